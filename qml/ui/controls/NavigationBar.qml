import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// The places of the app along the bottom of compact windows. The names show if all of them fit; they are always said.
Rectangle {
    id: root

    // label, glyph, badge of each.
    required property list<NavigationPlace> places
    property int currentIndex: 0
    property string label: qsTr("Places")

    signal chosen(int index)

    readonly property bool labelsFit: {
        for (let i = 0; i < measures.count; ++i) {
            const one = measures.itemAt(i) as Label;
            if (one && Math.ceil(one.implicitWidth) + Theme.space8 > width / Math.max(1, places.length))
                return false;
        }
        return true;
    }

    implicitWidth: row.implicitWidth
    implicitHeight: row.implicitHeight + Theme.hairline
    color: Theme.card
    Accessible.role: Accessible.PageTabList
    Accessible.name: label

    Repeater {
        id: measures
        model: root.places

        Label {
            required property NavigationPlace modelData

            text: modelData.label
            role: Label.Small
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            visible: false
        }
    }
    Divider {
        width: parent.width
    }
    RowLayout {
        id: row
        anchors.fill: parent
        anchors.topMargin: Theme.hairline
        spacing: 0

        Repeater {
            model: root.places

            NavigationItem {
                readonly property NavigationBar navigation: parent ? parent.parent as NavigationBar : null
                required property int index
                required property NavigationPlace modelData

                label: modelData.label
                glyph: modelData.glyph
                badge: modelData.badge
                labelShown: navigation !== null && navigation.labelsFit
                selected: navigation !== null && index === navigation.currentIndex
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.target
                Layout.minimumWidth: Theme.target
                onClicked: {
                    navigation.currentIndex = index;
                    navigation.chosen(index);
                }
            }
        }
    }
}
