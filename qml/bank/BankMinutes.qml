import QtQuick
import QtQuick.Layouts
import Inkstep.Bank
import Inkstep.Data
import Inkstep.Ui

// The usual minutes, for plans and timers.
Card {
    id: root

    required property Ways ways

    SectionHeader {
        title: qsTr("Usual minutes")
        Layout.fillWidth: true
    }
    Repeater {
        model: [
            { name: qsTr("A conference"), choices: [3, 5, 8, 10], now: root.ways.conferenceMinutes },
            { name: qsTr("A small group"), choices: [8, 10, 15, 20], now: root.ways.groupMinutes },
            { name: qsTr("Until a check-back"), choices: [3, 5, 10, 15], now: root.ways.checkBackMinutes },
            { name: qsTr("A work block"), choices: [20, 30, 40, 50, 60], now: root.ways.blockMinutes }
        ]

        ColumnLayout {
            id: one

            required property int index
            required property var modelData

            spacing: Theme.space4
            Layout.fillWidth: true

            Label {
                text: one.modelData.name
                font.weight: Font.Medium
                Layout.fillWidth: true
            }
            SegmentedChoice {
                objectName: "minutes-" + one.index
                label: one.modelData.name
                options: one.modelData.choices.map(minutes => qsTr("%1 min").arg(minutes))
                currentIndex: one.modelData.choices.indexOf(one.modelData.now)
                Layout.fillWidth: true
                onChosen: index => {
                    const minutes = one.modelData.choices[index];
                    if (one.index === 0)
                        root.ways.setConferenceMinutes(minutes);
                    else if (one.index === 1)
                        root.ways.setGroupMinutes(minutes);
                    else if (one.index === 2)
                        root.ways.setCheckBackMinutes(minutes);
                    else
                        root.ways.setBlockMinutes(minutes);
                }
            }
        }
    }
}
