import QtQuick
import Inkstep.Data
import Inkstep.Frame
import Inkstep.Ui

// The notebook cannot be opened: what happened, what is safe, what to do.
FocusScope {
    id: root

    Reopener {
        id: reopener
    }

    Flickable {
        anchors.fill: parent
        contentHeight: Math.max(height, words.implicitHeight + Theme.space32 * 2)
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: words
            width: Math.min(Theme.readable, parent.width - Theme.space24 * 2)
            anchors.centerIn: parent
            spacing: Theme.space16

            Icon {
                glyph: Icons.warning
                size: Theme.iconLarge
                color: Theme.alert
            }
            Label {
                text: qsTr("This notebook cannot be opened now")
                role: Label.Headline
                strong: true
                width: parent.width
            }
            Label {
                text: Workspace.problem
                width: parent.width
            }
            Button {
                text: qsTr("Try again")
                kind: Button.Primary
                glyph: Icons.refresh
                focus: true
                onClicked: reopener.open(Workspace)
            }
        }
    }
}
