import Inkstep.Ui

// A place of the rail or the bar, and what the host calls it.
NavigationPlace {
    required property string place
}
