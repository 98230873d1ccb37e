import QtQuick
import QtQuick.Window
import Inkstep.Camera
import Inkstep.Capture
import Inkstep.Data
import Inkstep.Sample
import Inkstep.Ui

// Camera and shutter on one screen. The shot is kept at once; the child may be chosen before or after.
Rectangle {
    id: root

    property int widthClass: Theme.Compact
    property string title: qsTr("Camera")
    property bool fullScreen: true
    property string studentId: ""
    property string sampleId: ""
    // A page that is photographed again: the shot takes its place.
    property string retakeId: ""
    // After a shot its page slides in, to put notes on; without, the next shot follows at once.
    property bool review: true
    // One child after the other, in roster order.
    property bool pile: false
    // "independent": for the two-weekly sample.
    property string kind: ""

    signal go(string place, var args)
    signal back()

    readonly property bool wide: width > height
    property string trouble: ""

    function snap(): void {
        if (camera.canCapture && !heap.finished)
            camera.capture();
    }
    function take(jpeg: var): void {
        if (pile)
            heap.shoot(jpeg);
        else
            session.shoot(jpeg);
    }
    function takeFiles(files: var): void {
        if (pile)
            heap.importFiles(files);
        else
            session.importFiles(files);
    }

    color: Theme.night
    focus: true
    Keys.onSpacePressed: snap()
    Keys.onReturnPressed: snap()

    CaptureSession {
        id: session
        workspace: Workspace
        studentId: root.studentId
        sampleId: root.sampleId
        retakeId: root.retakeId
        independent: root.kind === "independent"
        onKept: (pageId) => {
            if (root.retakeId !== "")
                root.back();
            else if (session.studentId === "")
                chooser.open();
            else if (root.review)
                root.go("page", { pageId: pageId, justShot: true });
        }
    }
    Pile {
        id: heap
        workspace: Workspace
        independent: root.kind === "independent"
        active: root.pile
    }
    CameraController {
        id: camera
        window: root.Window.window
        videoOutput: preview.output
        onCaptured: (jpeg) => {
            root.trouble = "";
            root.take(jpeg);
        }
        onCaptureFailed: (words) => root.trouble = words
    }
    // Rests while a picture is taken.
    LiveOutline {
        id: outline
        sink: camera.videoSink
        active: camera.state === CameraController.Ready && root.visible
    }
    // The camera is held only while it can be seen.
    onVisibleChanged: visible ? camera.start() : camera.stop()
    Component.onCompleted: if (visible) camera.start()
    Component.onDestruction: camera.stop()

    CameraPreview {
        id: preview
        objectName: "preview"
        live: camera.state === CameraController.Ready || camera.state === CameraController.Capturing
        corners: outline.corners
        // Beside the controls, not under them: words over a page are hard to read.
        anchors {
            left: root.wide && Preferences.leftHanded ? controls.right : parent.left
            right: root.wide && !Preferences.leftHanded ? controls.left : parent.right
            top: topBar.bottom
            bottom: strip.visible ? strip.top : root.wide ? parent.bottom : controls.top
        }
    }
    PileStrip {
        id: strip
        pile: heap
        visible: root.pile
        anchors {
            left: preview.left; right: preview.right
            bottom: root.wide ? parent.bottom : controls.top
            leftMargin: Theme.space16; rightMargin: Theme.space16; bottomMargin: root.wide ? Theme.space12 : 0
        }
        onOtherAsked: giver.open()
    }
    CameraTrouble {
        anchors.centerIn: preview
        width: Math.min(preview.width - Theme.space32 * 2, Theme.dialogWidth)
        words: camera.errorWords
        starting: camera.state === CameraController.Starting
        onImportAsked: picker.open()
        onAgain: camera.start()
    }
    CameraTopBar {
        id: topBar
        anchors { left: parent.left; right: parent.right; top: parent.top }
        studentName: !root.pile ? session.studentName : heap.finished ? qsTr("The pile is done") : heap.currentName
        pile: root.pile
        progress: root.retakeId !== "" ? qsTr("One page again. The old picture stays in the history.")
                  : !root.pile || heap.finished ? ""
                  : heap.currentPages > 0 ? qsTr("%1 of %2 are in · page %3").arg(heap.inside).arg(heap.total).arg(heap.currentPages + 1)
                                          : qsTr("%1 of %2 are in").arg(heap.inside).arg(heap.total)
        single: root.retakeId !== ""
        review: root.review
        cameras: camera.cameras
        trouble: root.trouble !== "" ? root.trouble : root.pile ? heap.trouble : ""
        onBack: root.back()
        onChildAsked: chooser.open()
        onPileToggled: root.pile = !root.pile
        onReviewToggled: root.review = !root.review
        onNextCamera: camera.chooseCamera((camera.cameraIndex + 1) % camera.cameras.length)
        onTroubleSeen: root.trouble = ""
    }
    CameraControls {
        id: controls
        wide: root.wide
        // Not by anchors: where one is let go, as when the tablet is turned, the size it gave stays.
        width: root.wide ? implicitWidth : parent.width
        height: root.wide ? parent.height - topBar.height : implicitHeight
        x: Preferences.leftHanded !== Theme.rightToLeft ? 0 : parent.width - width
        y: parent.height - height
        canCapture: camera.canCapture
        saving: session.saving || camera.state === CameraController.Capturing
        lastPageId: root.pile ? heap.lastPageId : session.lastPageId
        pages: session.pages
        newSample: session.sampleId === ""
        caption: root.pile ? heap.lastName : ""
        onSnap: root.snap()
        onShowLast: root.go("page", { pageId: root.pile ? heap.lastPageId : session.lastPageId, justShot: true })
        onImportAsked: picker.open()
        onNextSample: session.nextSample()
    }

    ImportProgress {
        anchors { horizontalCenter: preview.horizontalCenter; top: preview.top; topMargin: Theme.space16 }
        width: Math.min(preview.width - 2 * Theme.space16, Theme.dialogWidth)
    }
    ImportPicker {
        id: picker
        onChosen: (files) => root.takeFiles(files)
    }
    DropArea {
        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: (drop) => root.takeFiles(drop.urls)
    }
    Shortcut {
        enabled: !root.pile
        sequences: [StandardKey.Paste]
        onActivated: if (!session.paste()) root.trouble = qsTr("There is no picture to paste.")
    }
    Dialog {
        id: chooser
        objectName: "chooseChild"
        title: root.pile ? qsTr("Whose page comes next?")
               : session.lastPageId !== "" && session.studentId === "" ? qsTr("Kept. Whose writing is it?")
                                                                     : qsTr("Whose writing is it?")
        rejectText: qsTr("Later")
        body: StudentList {
            current: root.pile ? heap.currentId : session.studentId
            onChosen: (id) => {
                if (root.pile) {
                    heap.goTo(id);
                    chooser.close();
                    return;
                }
                const fresh = session.studentId === "" && session.lastPageId !== "";
                session.giveTo(id);
                chooser.close();
                if (fresh && root.review)
                    root.go("page", { pageId: session.lastPageId, justShot: true });
            }
        }
    }
    Dialog {
        id: giver
        objectName: "giveLast"
        title: qsTr("Whose is the last page?")
        body: StudentList {
            current: heap.lastId
            onChosen: (id) => {
                heap.reassign(id);
                giver.close();
            }
        }
    }
    PileSummary {
        pile: heap
        visible: root.pile && heap.finished
        focus: visible
        anchors { left: parent.left; right: parent.right; top: topBar.bottom; bottom: parent.bottom }
        onDone: {
            heap.finish();
            root.back();
        }
    }
}
