import QtQuick
import QtQuick.Layouts
import Inkstep.Bank
import Inkstep.Data
import Inkstep.Ui

// When a class moves on and when a skill is taught again.
Card {
    id: root

    required property SkillBankModel bank
    required property Ways ways
    readonly property var onShares: ["1/2", "3/5", "2/3", "3/4", "4/5", "9/10"]
    readonly property var againShares: ["1/4", "1/3", "2/5", "1/2", "3/5", "2/3"]

    SectionHeader {
        title: qsTr("When to move on")
        Layout.fillWidth: true
    }
    Label {
        text: qsTr("Of the students present and expected, those who do it alone")
        role: Label.Small
        quiet: true
        Layout.fillWidth: true
    }
    Label {
        text: qsTr("Move on from")
        font.weight: Font.Medium
        Layout.fillWidth: true
    }
    SegmentedChoice {
        objectName: "moveOnAt"
        label: qsTr("Move on from")
        options: root.onShares
        currentIndex: root.onShares.indexOf(root.ways.moveOnAt)
        Layout.fillWidth: true
        onChosen: index => root.ways.setThresholds(root.onShares[index], root.ways.teachAgainBelow)
    }
    Label {
        text: qsTr("Teach again below")
        font.weight: Font.Medium
        Layout.fillWidth: true
    }
    SegmentedChoice {
        objectName: "teachAgainBelow"
        label: qsTr("Teach again below")
        options: root.againShares
        currentIndex: root.againShares.indexOf(root.ways.teachAgainBelow)
        Layout.fillWidth: true
        onChosen: index => root.ways.setThresholds(root.ways.moveOnAt, root.againShares[index])
    }
    Label {
        objectName: "thresholdMeaning"
        text: root.bank.meaning(root.ways.moveOnAt, root.ways.teachAgainBelow, root.bank.students > 0 ? root.bank.students : 24)
        color: Theme.action
        Layout.fillWidth: true
    }
}
