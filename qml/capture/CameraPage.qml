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
    // After a shot its page slides in, to put notes on; without, the next shot follows at once.
    property bool review: true

    signal go(string place, var args)
    signal back()

    readonly property bool wide: width > height
    property string trouble: ""

    function snap(): void {
        if (camera.canCapture)
            camera.capture();
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
        onKept: (pageId) => {
            if (session.studentId === "")
                chooser.open();
            else if (root.review)
                root.go("page", { pageId: pageId });
        }
    }
    CameraController {
        id: camera
        window: root.Window.window
        videoOutput: preview.output
        onCaptured: (jpeg) => {
            root.trouble = "";
            session.shoot(jpeg);
        }
        onCaptureFailed: (words) => root.trouble = words
    }
    // The camera is held only while it can be seen.
    onVisibleChanged: visible ? camera.start() : camera.stop()
    Component.onCompleted: if (visible) camera.start()
    Component.onDestruction: camera.stop()

    CameraPreview {
        id: preview
        objectName: "preview"
        live: camera.state === CameraController.Ready || camera.state === CameraController.Capturing
        // Beside the controls, not under them: words over a page are hard to read.
        anchors {
            left: root.wide && Preferences.leftHanded ? controls.right : parent.left
            right: root.wide && !Preferences.leftHanded ? controls.left : parent.right
            top: topBar.bottom
            bottom: root.wide ? parent.bottom : controls.top
        }
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
        studentName: session.studentName
        review: root.review
        cameras: camera.cameras
        trouble: root.trouble
        onBack: root.back()
        onChildAsked: chooser.open()
        onReviewToggled: root.review = !root.review
        onNextCamera: camera.chooseCamera((camera.cameraIndex + 1) % camera.cameras.length)
        onTroubleSeen: root.trouble = ""
    }
    CameraControls {
        id: controls
        wide: root.wide
        anchors {
            left: root.wide ? (Preferences.leftHanded ? parent.left : undefined) : parent.left
            right: root.wide ? (Preferences.leftHanded ? undefined : parent.right) : parent.right
            top: root.wide ? topBar.bottom : undefined
            bottom: parent.bottom
        }
        canCapture: camera.canCapture
        saving: session.saving || camera.state === CameraController.Capturing
        lastPageId: session.lastPageId
        pages: session.pages
        newSample: session.sampleId === ""
        onSnap: root.snap()
        onShowLast: root.go("page", { pageId: session.lastPageId })
        onImportAsked: picker.open()
        onNextSample: session.nextSample()
    }

    ImportPicker {
        id: picker
        onChosen: (files) => session.importFiles(files)
    }
    DropArea {
        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: (drop) => session.importFiles(drop.urls)
    }
    Shortcut {
        sequences: [StandardKey.Paste]
        onActivated: if (!session.paste()) root.trouble = qsTr("There is no picture to paste.")
    }
    Dialog {
        id: chooser
        objectName: "chooseChild"
        title: session.lastPageId !== "" && session.studentId === "" ? qsTr("Kept. Whose writing is it?")
                                                                     : qsTr("Whose writing is it?")
        rejectText: qsTr("Later")
        body: StudentList {
            current: session.studentId
            onChosen: (id) => {
                const fresh = session.studentId === "" && session.lastPageId !== "";
                session.giveTo(id);
                chooser.close();
                if (fresh && root.review)
                    root.go("page", { pageId: session.lastPageId });
            }
        }
    }
}
