import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// Two tablets wrote different words in one place: both are here, and a person says which hold.
ColumnLayout {
    id: root

    // A note's, or a writing block's.
    required property string about
    property int of: WordVersions.Note
    readonly property bool settled: versions.count < 2

    spacing: Theme.space8

    WordVersions {
        id: versions
        workspace: Workspace
        about: root.about
        of: root.of
    }
    Label {
        text: root.of === WordVersions.Block ? qsTr("This line was written on two tablets at once. Nothing is lost: choose what it should say.")
              : qsTr("This note was written on two tablets at once. Nothing is lost: choose what it should say.")
        Layout.fillWidth: true
    }
    GridLayout {
        columns: width < Theme.dialogWidth * 0.7 ? 1 : 2
        columnSpacing: Theme.space8
        rowSpacing: Theme.space8
        Layout.fillWidth: true

        Repeater {
            model: versions

            TapCard {
                id: one

                required property int index
                required property string words
                required property string who
                required property string when

                accessibleName: qsTr("Take: %1. %2, %3").arg(words).arg(who).arg(when)
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.target
                onClicked: versions.take(index)

                contentItem: ColumnLayout {
                    ReadingText {
                        text: one.words
                        decorative: true
                        Layout.fillWidth: true
                    }
                    Label {
                        text: one.who + "\n" + one.when
                        role: Label.Small
                        quiet: true
                        decorative: true
                        Layout.fillWidth: true
                    }
                    Label {
                        text: qsTr("Take this")
                        color: Theme.action
                        strong: true
                        decorative: true
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }
    Button {
        text: qsTr("Take both")
        Layout.fillWidth: true
        onClicked: versions.takeBoth()
    }
    Label {
        text: qsTr("Or write it anew below.")
        quiet: true
        role: Label.Small
        Layout.fillWidth: true
    }
}
