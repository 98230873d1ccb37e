#include "testcameradevice.h"
#include "testcamerafeed.h"
#include "testcamerasource.h"

#include <algorithm>
#include <gst/gst.h>
#include <mutex>
#include <vector>

namespace inkstep {
namespace {

using Feed = std::shared_ptr<TestCameraFeed>;

// The device.

struct Device {
    GstDevice parent;
    Feed *feed; // made and deleted with the GObject
};
struct DeviceClass {
    GstDeviceClass parent;
};

gpointer deviceParentClass = nullptr;

Device *asDevice(gpointer object) {
    return static_cast<Device *>(object);
}

GstElement *createElement(GstDevice *device, const gchar *name) {
    const Feed feed = *asDevice(device)->feed;
    if (!feed || feed->takeFailure(TestCamera::Trouble::NoElement))
        return nullptr;
    return newTestCameraSource(feed, name);
}

void finalizeDevice(GObject *object) {
    delete asDevice(object)->feed;
    G_OBJECT_CLASS(deviceParentClass)->finalize(object);
}

void initDeviceClass(gpointer klass, gpointer) {
    deviceParentClass = g_type_class_peek_parent(klass);
    GST_DEVICE_CLASS(klass)->create_element = createElement;
    G_OBJECT_CLASS(klass)->finalize = finalizeDevice;
}

void initDevice(GTypeInstance *instance, gpointer) {
    asDevice(instance)->feed = new Feed;
}

GType deviceType() {
    static const GType type = [] {
        GTypeInfo info = {};
        info.class_size = sizeof(DeviceClass);
        info.class_init = initDeviceClass;
        info.instance_size = sizeof(Device);
        info.instance_init = initDevice;
        return g_type_register_static(GST_TYPE_DEVICE, "InkstepTestCameraDevice", &info, GTypeFlags(0));
    }();
    return type;
}

GstDevice *newDevice(const Feed &feed) {
    GstCaps *formats = testCameraFormats(*feed);
    auto *device =
        GST_DEVICE(g_object_new(deviceType(), "display-name", feed->model().name.toUtf8().constData(),
                                "device-class", "Video/Source", "caps", formats, nullptr));
    gst_caps_unref(formats);
    *asDevice(device)->feed = feed;
    return GST_DEVICE(gst_object_ref_sink(device));
}

// The provider. A device monitor starts it; from then on it holds the devices that are plugged in.

struct Provider {
    GstDeviceProvider parent;
};
struct ProviderClass {
    GstDeviceProviderClass parent;
};

struct Plugged {
    Feed feed;
    GstDevice *device = nullptr; // while a provider holds it
};

// GStreamer makes providers by type, with no place for an argument, and plugging may come from any thread
// while a monitor starts or stops one.
struct Room {
    std::mutex mutex;
    std::vector<Plugged> cameras;
    Provider *started = nullptr;
};
Room &room() {
    static Room one;
    return one;
}

void addDevice(Provider *provider, Plugged &camera) {
    camera.device = newDevice(camera.feed);
    gst_device_provider_device_add(GST_DEVICE_PROVIDER(provider), camera.device);
}

void removeDevice(Provider *provider, Plugged &camera) {
    gst_device_provider_device_remove(GST_DEVICE_PROVIDER(provider), camera.device);
    gst_clear_object(&camera.device);
}

gboolean startProvider(GstDeviceProvider *base) {
    const std::lock_guard lock(room().mutex);
    room().started = reinterpret_cast<Provider *>(base);
    for (Plugged &camera : room().cameras)
        addDevice(room().started, camera);
    return TRUE;
}

void stopProvider(GstDeviceProvider *) {
    const std::lock_guard lock(room().mutex);
    for (Plugged &camera : room().cameras)
        removeDevice(room().started, camera);
    room().started = nullptr;
}

GList *probe(GstDeviceProvider *) {
    const std::lock_guard lock(room().mutex);
    GList *devices = nullptr;
    for (const Plugged &camera : room().cameras)
        devices = g_list_append(devices, newDevice(camera.feed));
    return devices;
}

void initProviderClass(gpointer klass, gpointer) {
    GstDeviceProviderClass *provider = GST_DEVICE_PROVIDER_CLASS(klass);
    provider->start = startProvider;
    provider->stop = stopProvider;
    provider->probe = probe;
    gst_device_provider_class_set_static_metadata(provider, "Test camera", "Source/Video",
                                                  "A camera of this process alone", "Inkstep");
}

GType providerType() {
    static const GType type = [] {
        GTypeInfo info = {};
        info.class_size = sizeof(ProviderClass);
        info.class_init = initProviderClass;
        info.instance_size = sizeof(Provider);
        return g_type_register_static(GST_TYPE_DEVICE_PROVIDER, "InkstepTestCameraProvider", &info,
                                      GTypeFlags(0));
    }();
    return type;
}

} // namespace

bool registerTestCameraProvider() {
    if (!gst_init_check(nullptr, nullptr, nullptr))
        return false;
    return gst_device_provider_register(nullptr, "inksteptestcamera", GST_RANK_PRIMARY, providerType());
}

void announceTestCamera(const std::shared_ptr<TestCameraFeed> &feed, bool plugged) {
    const std::lock_guard lock(room().mutex);
    std::vector<Plugged> &cameras = room().cameras;
    const auto at =
        std::find_if(cameras.begin(), cameras.end(), [&](const Plugged &one) { return one.feed == feed; });
    if (plugged && at == cameras.end()) {
        cameras.push_back({feed});
        if (room().started)
            addDevice(room().started, cameras.back());
    } else if (!plugged && at != cameras.end()) {
        if (room().started)
            removeDevice(room().started, *at);
        cameras.erase(at);
    }
}

} // namespace inkstep
