import QtQuick
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Checkback

// The class, to choose any number from; only the names in sight are there.
GridView {
    id: root

    // Ids, in the order they were chosen.
    property list<string> chosen
    // Nobody's name here: it is chosen already.
    property string without: ""

    readonly property int columns: Math.max(1, Math.floor(width / (Theme.body * 11)))

    cellWidth: Math.floor(width / columns)
    cellHeight: Theme.target
    implicitHeight: Math.min(Math.ceil(count / columns), 5) * cellHeight
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentHeight > height
    model: names
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Class")

    ClassNames {
        id: names
        workspace: Workspace
    }
    delegate: NamePick {
        required property string studentId
        required property string name

        width: root.cellWidth
        height: root.cellHeight
        text: name
        enabled: studentId !== root.without
        picked: studentId === root.without || Array.from(root.chosen).includes(studentId)
        onClicked: root.chosen = picked ? Array.from(root.chosen).filter(id => id !== studentId)
                                        : Array.from(root.chosen).concat([studentId])
    }
}
