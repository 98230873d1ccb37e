import QtQuick
import Inkstep.Data
import Inkstep.Frame
import Inkstep.Ui

// What fills the window: the frame with its pages once a notebook is open; before that the first start, the
// wait, or what went wrong.
FocusScope {
    id: root

    // Decided here, once, and passed down.
    readonly property int widthClass: Theme.widthClass(width)
    readonly property PageHost host: shell.item ? (shell.item as FrameShell).host : null
    property alias places: builtIn
    // Whether the program can show a made-up class, apart from this profile.
    property bool canLookAround: false
    property bool lookingAround: false

    signal lookAroundAsked()

    LayoutMirroring.enabled: Theme.rightToLeft
    LayoutMirroring.childrenInherit: true

    Places {
        id: builtIn
    }

    Binding { target: Theme; property: "appearance"; value: Preferences.appearance }
    Binding { target: Theme; property: "textScale"; value: Preferences.textScale }
    Binding { target: Theme; property: "reducedMotion"; value: Preferences.reducedMotion }
    Binding { target: Theme; property: "dim"; value: Preferences.dim }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    FrameFocus {}

    Loader {
        id: shell
        anchors.fill: parent
        focus: active
        active: Workspace.state === Workspace.Open
        sourceComponent: FrameShell {
            places: builtIn
            widthClass: root.widthClass
            focus: true
        }
    }

    Loader {
        id: before
        anchors.fill: parent
        focus: active
        active: Workspace.state !== Workspace.Open
        sourceComponent: Workspace.state === Workspace.Opening ? opening
                         : Workspace.state === Workspace.Failed ? trouble : first
    }

    Component {
        id: opening
        FrameOpening {}
    }
    Component {
        id: trouble
        FrameTrouble {}
    }
    Component {
        id: first
        FocusScope {
            PageHost {
                id: firstHost
                anchors.fill: parent
                focus: true
                places: builtIn
                widthClass: root.widthClass
                home: "welcome"
                homeArgs: ({ "canJoin": builtIn.has("join"), "canRestore": builtIn.has("restore") })
                onElsewhere: place => { if (place === "demo") root.lookAroundAsked(); }
                onPageChanged: tellWelcome()

                function tellWelcome(): void {
                    if (page === null || page.lookingAround === undefined)
                        return;
                    page.canLookAround = root.canLookAround;
                    page.lookingAround = root.lookingAround;
                }
            }
            Connections {
                target: root
                function onCanLookAroundChanged(): void { firstHost.tellWelcome(); }
                function onLookingAroundChanged(): void { firstHost.tellWelcome(); }
            }
            FrameBanner {
                anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.space16 }
            }
            Shortcut {
                sequences: ["Alt+Left", "Escape"]
                onActivated: {
                    const page = firstHost.page;
                    if (!page || !page.stepOut || !page.stepOut())
                        firstHost.back();
                }
            }
        }
    }
}
