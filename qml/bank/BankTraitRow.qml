import QtQuick
import QtQuick.Layouts
import Inkstep.Bank
import Inkstep.Ui

// One trait: its name to type over, its place, whether it is used.
Card {
    id: root

    required property int index
    required property string slug
    required property string name
    required property string about
    required property bool archived
    required property int skills
    required property BankTraitList list
    required property int count

    spacing: Theme.space4
    opacity: archived ? Theme.nightVeil : 1

    KeptLine {
        objectName: "trait-" + root.slug
        label: qsTr("Trait %1").arg(root.index + 1)
        kept: root.name
        maximumLength: 80
        help: root.about
        Layout.fillWidth: true
        onWritten: words => {
            root.list.rename(root.slug, words);
            if (words === "")
                reset();
        }
    }
    RowLayout {
        spacing: Theme.space4
        Layout.fillWidth: true

        Label {
            text: root.archived ? qsTr("Put away") : root.skills === 1 ? qsTr("1 skill") : qsTr("%1 skills").arg(root.skills)
            role: Label.Small
            quiet: true
            Layout.fillWidth: true
        }
        IconButton {
            label: qsTr("Earlier: %1").arg(root.name)
            glyph: Icons.up
            color: Theme.pencil
            enabled: root.index > 0
            onClicked: root.list.move(root.slug, -1)
        }
        IconButton {
            label: qsTr("Later: %1").arg(root.name)
            glyph: Icons.down
            color: Theme.pencil
            enabled: root.index < root.count - 1
            onClicked: root.list.move(root.slug, 1)
        }
        IconButton {
            label: root.archived ? qsTr("Bring back: %1").arg(root.name) : qsTr("Put away: %1").arg(root.name)
            glyph: root.archived ? Icons.restore : Icons.archive
            color: Theme.pencil
            onClicked: root.list.archive(root.slug, !root.archived)
        }
    }
}
