.pragma library

// What a person would look for: visible things by the name the screen reader says.
function all(item, fits, nameOf) {
    let found = [];
    if (!item || !item.visible)
        return found;
    if (fits(item))
        found.push(item);
    for (let i = 0; i < item.children.length; ++i)
        found = found.concat(all(item.children[i], fits));
    return found;
}
