import QtQuick
import QtQuick.Layouts
import Inkstep.Plan
import Inkstep.Today
import Inkstep.Ui

// What the day leads to: the two-weekly sample, and who comes next.
ColumnLayout {
    id: root

    required property PlanList tomorrow
    required property RoundList round

    signal go(string place, var args)

    spacing: Theme.space12

    TodaySample {
        round: root.round
        Layout.fillWidth: true
        onCollectAsked: root.go("camera", { "pile": true, "kind": "independent" })
    }
    TapCard {
        objectName: "tomorrow"
        accessibleName: qsTr("%1: %2").arg(root.tomorrow.dayName).arg(words.text)
        accessibleDescription: qsTr("Who still needs to be seen, who could be a group")
        Layout.fillWidth: true
        onClicked: root.go("plan", {})
        contentItem: RowLayout {
            spacing: Theme.space8

            ColumnLayout {
                spacing: Theme.space2
                Layout.fillWidth: true

                Label {
                    text: root.tomorrow.dayName
                    strong: true
                    decorative: true
                    Layout.fillWidth: true
                }
                Label {
                    id: words
                    text: root.tomorrow.count === 0 ? qsTr("nothing planned yet")
                          : root.tomorrow.kept ? root.tomorrow.summary
                                               : qsTr("%1, a suggestion").arg(root.tomorrow.summary)
                    decorative: true
                    role: Label.Small
                    quiet: true
                    Layout.fillWidth: true
                }
            }
            Icon {
                glyph: Icons.next
                directional: true
                color: Theme.pencil
                Layout.preferredWidth: size
                Layout.preferredHeight: size
            }
        }
    }
}
