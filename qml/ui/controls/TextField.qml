import QtQuick
import QtQuick.Templates as T
import Inkstep.Ui

// One line to type, with its label above and a help or an error below.
FocusScope {
    id: root

    required property string label
    property bool labelShown: true
    property alias text: input.text
    property alias placeholderText: input.placeholderText
    property alias echoMode: input.echoMode
    property alias inputMethodHints: input.inputMethodHints
    property alias maximumLength: input.maximumLength
    property alias readOnly: input.readOnly
    property alias validator: input.validator
    property alias acceptableInput: input.acceptableInput
    property alias input: input
    property string help: ""
    // What is wrong and what to do; shown instead of the help.
    property string error: ""
    property string glyph: ""
    property bool clearable: false
    property bool reading: false

    signal accepted()
    // Typed by the person, not set by the program.
    signal edited(string text)
    signal cleared()

    function clear(): void {
        input.clear();
        edited("");
        cleared();
    }
    function selectAll(): void {
        input.selectAll();
    }

    implicitWidth: Theme.dialogWidth / 2
    implicitHeight: column.implicitHeight
    opacity: enabled ? 1 : Theme.disabledOpacity

    Column {
        id: column
        width: parent.width
        spacing: Theme.space4

        Label {
            width: parent.width
            text: root.label
            role: Label.Small
            font.weight: Font.Medium
            decorative: true
            visible: root.labelShown
        }
        Item {
            width: parent.width
            implicitHeight: Math.max(Theme.target, input.implicitHeight)

            T.TextField {
                id: input
                anchors.fill: parent
                focus: true
                leftPadding: before
                rightPadding: after
                topPadding: Theme.space12
                bottomPadding: Theme.space12
                implicitHeight: contentHeight + topPadding + bottomPadding
                readonly property real start: root.glyph === "" ? Theme.space16 : Theme.iconSmall + Theme.space24
                readonly property real end: clearButton.visible ? clearButton.width : Theme.space16
                readonly property real before: Theme.rightToLeft ? end : start
                readonly property real after: Theme.rightToLeft ? start : end
                color: Theme.ink
                placeholderTextColor: Theme.pencil
                selectionColor: Theme.action
                selectedTextColor: Theme.onAction
                selectByMouse: true
                font.family: root.reading ? Theme.readingFont : Theme.interfaceFont
                font.pixelSize: Theme.body
                verticalAlignment: TextInput.AlignVCenter
                hoverEnabled: true
                background: FieldFrame {
                    focused: input.activeFocus
                    hovered: input.hovered
                    wrong: root.error !== ""
                }
                Accessible.role: Accessible.EditableText
                Accessible.name: root.label
                Accessible.description: root.error !== "" ? root.error : root.help
                onAccepted: root.accepted()
                onTextEdited: root.edited(text)

                Label {
                    anchors.fill: parent
                    anchors.leftMargin: input.before
                    anchors.rightMargin: input.after
                    text: input.placeholderText
                    quiet: true
                    elides: true
                    decorative: true
                    verticalAlignment: Text.AlignVCenter
                    visible: input.text === "" && input.preeditText === ""
                }
            }
            Icon {
                anchors.left: parent.left
                anchors.leftMargin: Theme.space16
                anchors.verticalCenter: parent.verticalCenter
                glyph: root.glyph
                size: Theme.iconSmall
                color: Theme.pencil
                visible: root.glyph !== ""
            }
            IconButton {
                id: clearButton
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                label: qsTr("Clear")
                glyph: Icons.close
                size: Theme.iconSmall
                color: Theme.pencil
                visible: root.clearable && input.text !== ""
                onClicked: {
                    root.clear();
                    input.forceActiveFocus();
                }
            }
        }
        FieldHelp {
            width: parent.width
            help: root.help
            error: root.error
        }
    }
}
