import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// A number of minutes with a minus and a plus; Up and Down change it, too.
FocusScope {
    id: root

    // What the minutes are of, for the screen reader.
    required property string label
    required property int minutes
    property int step: 5
    property int least: 1
    property int most: 240

    signal chosen(int minutes)

    function change(by: int): void {
        // From 7, plus goes to 10: round numbers are where one wants to be.
        const rounded = by > 0 ? Math.floor(minutes / step) * step : Math.ceil(minutes / step) * step;
        const wanted = Math.max(least, Math.min(most, rounded + by));
        if (wanted !== minutes)
            chosen(wanted);
    }

    implicitWidth: row.implicitWidth
    implicitHeight: row.implicitHeight
    Accessible.role: Accessible.SpinBox
    Accessible.name: label
    Accessible.description: qsTr("%1 minutes").arg(minutes)
    Accessible.onIncreaseAction: change(step)
    Accessible.onDecreaseAction: change(-step)
    Keys.onUpPressed: change(step)
    Keys.onDownPressed: change(-step)

    RowLayout {
        id: row
        anchors.fill: parent
        spacing: 0

        IconButton {
            objectName: root.objectName + "-less"
            label: qsTr("%1: less").arg(root.label)
            glyph: Icons.minus
            size: Theme.iconSmall
            focus: true
            enabled: root.minutes > root.least
            onClicked: root.change(-root.step)
        }
        Label {
            text: qsTr("%1 min").arg(root.minutes)
            decorative: true
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.NoWrap
            Layout.minimumWidth: metrics.width
        }
        IconButton {
            objectName: root.objectName + "-more"
            label: qsTr("%1: more").arg(root.label)
            glyph: Icons.plus
            size: Theme.iconSmall
            enabled: root.minutes < root.most
            onClicked: root.change(root.step)
        }
    }
    TextMetrics {
        id: metrics
        text: qsTr("%1 min").arg(root.most)
        font.family: Theme.interfaceFont
        font.pixelSize: Theme.body
    }
}
