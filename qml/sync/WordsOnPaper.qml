import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// Words shown once to be copied by hand, then asked back once.
ColumnLayout {
    id: root

    required property var words // a list of strings
    property bool confirmed: false
    property bool working: false
    property bool askedBack: false

    signal checkAsked(string typed)
    signal typing()

    function restart(): void {
        askedBack = false;
        typed.clear();
    }

    spacing: Theme.space16
    visible: words.length > 0 && !confirmed

    RecoveryWordsCard {
        objectName: "words"
        visible: !root.askedBack
        words: root.words
        Layout.fillWidth: true
    }
    Button {
        objectName: "written"
        visible: !root.askedBack
        text: qsTr("They are on paper")
        glyph: Icons.pen
        kind: Button.Primary
        onClicked: {
            root.askedBack = true;
            typed.forceActiveFocus();
        }
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
    }
    TextField {
        id: typed
        objectName: "typed"
        visible: root.askedBack
        label: qsTr("Now type them from your paper")
        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
        onEdited: root.typing()
        onAccepted: root.checkAsked(text)
        Layout.fillWidth: true
    }
    FlowRow {
        visible: root.askedBack
        Layout.fillWidth: true

        Button {
            objectName: "check"
            text: qsTr("Check")
            kind: Button.Primary
            enabled: typed.text.trim() !== "" && !root.working
            onClicked: root.checkAsked(typed.text)
        }
        Button {
            text: qsTr("Show them again")
            kind: Button.Quiet
            onClicked: {
                root.typing();
                root.askedBack = false;
            }
        }
    }
}
