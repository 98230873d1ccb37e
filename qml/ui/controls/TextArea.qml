import QtQuick
import QtQuick.Templates as T
import Inkstep.Ui

// Several lines to type; grows with what is typed.
FocusScope {
    id: root

    required property string label
    property bool labelShown: true
    property alias text: input.text
    property alias placeholderText: input.placeholderText
    property alias readOnly: input.readOnly
    property alias input: input
    property string help: ""
    property string error: ""
    property int lines: 3
    property bool reading: false

    signal edited(string text)

    implicitWidth: Theme.dialogWidth / 2
    implicitHeight: column.implicitHeight
    opacity: enabled ? 1 : Theme.disabledOpacity

    FontMetrics {
        id: metrics
        font: input.font
    }

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
        T.TextArea {
            id: input
            width: parent.width
            focus: true
            padding: Theme.space12
            leftPadding: Theme.space16
            rightPadding: Theme.space16
            implicitHeight: Math.max(metrics.lineSpacing * root.lines, contentHeight, hint.implicitHeight)
                            + topPadding + bottomPadding
            color: Theme.ink
            placeholderTextColor: Theme.pencil
            selectionColor: Theme.action
            selectedTextColor: Theme.onAction
            selectByMouse: true
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            font.family: root.reading ? Theme.readingFont : Theme.interfaceFont
            font.pixelSize: Theme.body
            hoverEnabled: true
            // Tab leaves the field: a keyboard must get out of it.
            KeyNavigation.priority: KeyNavigation.BeforeItem
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            background: FieldFrame {
                focused: input.activeFocus
                hovered: input.hovered
                wrong: root.error !== ""
            }
            Accessible.role: Accessible.EditableText
            Accessible.name: root.label
            Accessible.description: root.error !== "" ? root.error : root.help
            Accessible.multiLine: true
            onTextChanged: if (activeFocus) root.edited(text)

            Label {
                id: hint
                x: input.leftPadding
                y: input.topPadding
                width: input.width - input.leftPadding - input.rightPadding
                text: input.placeholderText
                quiet: true
                decorative: true
                visible: input.text === "" && input.preeditText === ""
            }
        }
        FieldHelp {
            width: parent.width
            help: root.help
            error: root.error
        }
    }
}
