import Inkstep.Checkback
import Inkstep.Frame

// What falls due, in builds that have check-backs.
CheckBackWatch {
    objectName: "checkBackWatch"
}
