import QtQuick
import QtQuick.Layouts
import Inkstep.Bank
import Inkstep.Data
import Inkstep.Ui

// What a class teaches with: its skills, its traits, its ladder and thresholds.
FocusScope {
    id: root

    property int widthClass: Theme.Compact
    readonly property string title: qsTr("Skills and support")
    readonly property bool leadsBack: true
    // 0 skills, 1 traits, 2 ladder
    property int part: 0

    signal go(string place, var args)
    signal back()

    Keys.onEscapePressed: root.back()

    SkillBankModel {
        id: whole
        workspace: Workspace
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: Theme.space12
        spacing: Theme.space8

        PageHeader {
            title: root.title
            subtitle: whole.ready ? qsTr("%1 skills in %2 traits").arg(whole.skills).arg(whole.traits) : ""
            backShown: true
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space12
            Layout.rightMargin: Theme.space12
            onBackRequested: root.back()

            BankFiles {
                bank: whole
            }
        }
        Label {
            objectName: "bankOutcome"
            text: whole.outcome
            visible: text !== ""
            color: Theme.good
            Accessible.role: Accessible.AlertMessage
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space16
            Layout.rightMargin: Theme.space16
        }
        Label {
            objectName: "bankCircle"
            text: whole.circle
            visible: text !== ""
            color: Theme.alert
            Accessible.role: Accessible.AlertMessage
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space16
            Layout.rightMargin: Theme.space16
        }
        SegmentedChoice {
            objectName: "bankPart"
            label: qsTr("What to look at")
            options: [qsTr("Skills"), qsTr("Traits"), qsTr("Support")]
            currentIndex: root.part
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.readable
            Layout.alignment: Qt.AlignHCenter
            Layout.leftMargin: Theme.space16
            Layout.rightMargin: Theme.space16
            onChosen: index => root.part = index
        }
        Loader {
            focus: true
            sourceComponent: root.part === 0 ? skills : root.part === 1 ? traits : ladder
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
    Component {
        id: skills
        BankSkills {
            bank: whole
            onGo: (place, args) => root.go(place, args)
        }
    }
    Component {
        id: traits
        BankTraits {}
    }
    Component {
        id: ladder
        BankLadder {
            bank: whole
        }
    }
}
