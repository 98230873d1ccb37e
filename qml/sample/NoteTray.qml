import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// Three colors of notes at the thumb's edge: drag one onto the writing, or tap it and then the place.
Item {
    id: root

    property bool lying: false
    // The kind a tap began and that still waits for its place; none.
    property int waiting: Theme.Plain

    signal taken(int kind)
    // Let go of at this point of the scene.
    signal dropped(int kind, point scene)

    implicitWidth: grid.implicitWidth + 2 * Theme.space8
    implicitHeight: grid.implicitHeight + 2 * Theme.space8

    CardSurface {
        anchors.fill: parent
        lifted: true
    }
    GridLayout {
        id: grid
        anchors.centerIn: parent
        flow: root.lying ? GridLayout.LeftToRight : GridLayout.TopToBottom
        rows: root.lying ? 1 : 3
        columns: root.lying ? 3 : 1
        rowSpacing: Theme.space8
        columnSpacing: Theme.space8

        Repeater {
            model: 3

            TapArea {
                id: pad

                required property int index

                text: qsTr("Add note: %1").arg(Theme.noteKindName(index))
                ringRadius: Theme.radiusNote
                Layout.preferredWidth: Theme.target
                Layout.preferredHeight: Theme.target
                onClicked: root.taken(index)

                background: Item {
                    Rectangle {
                        width: parent.width
                        height: parent.height
                        x: drag.active ? drag.activeTranslation.x : 0
                        y: drag.active ? drag.activeTranslation.y : 0
                        radius: Theme.radiusNote
                        color: Theme.noteColor(pad.index)
                        border.width: root.waiting === pad.index ? Theme.stroke : 0
                        border.color: Theme.ink
                        rotation: (pad.index - 1) * Theme.noteAngle
                        antialiasing: true

                        Icon {
                            anchors.centerIn: parent
                            glyph: pad.index === Theme.Noticed ? Icons.star : pad.index === Theme.Wonder ? Icons.wonder : Icons.step
                            color: Theme.noteInk
                        }
                    }
                    Rectangle {
                        anchors.fill: parent
                        radius: Theme.radiusNote
                        color: Theme.noteColor(pad.index)
                        z: -1
                    }
                }
                DragHandler {
                    id: drag
                    target: null
                    dragThreshold: Theme.space8
                    grabPermissions: PointerHandler.CanTakeOverFromAnything
                    property point last
                    onTranslationChanged: last = Qt.point(centroid.scenePosition.x, centroid.scenePosition.y)
                    onActiveChanged: if (!active) root.dropped(pad.index, last)
                }
            }
        }
    }
}
