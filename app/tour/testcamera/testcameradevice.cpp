#include "testcameradevice.h"
#include "testcamerafeed.h"
#include "testcamerasource.h"

#include <gst/gst.h>
#include <mutex>

namespace inkstep {
namespace {

// The device.

struct Device {
    GstDevice parent;
};
struct DeviceClass {
    GstDeviceClass parent;
};

GstElement *createElement(GstDevice *, const gchar *name) {
    const auto feed = currentFeed();
    if (!feed || feed->takeFailure(TestCamera::Trouble::NoElement))
        return nullptr;
    return GST_ELEMENT(g_object_new(testCameraSourceType(), "name", name, nullptr));
}

void initDeviceClass(gpointer klass, gpointer) {
    GST_DEVICE_CLASS(klass)->create_element = createElement;
}

GType deviceType() {
    static const GType type = [] {
        GTypeInfo info = {};
        info.class_size = sizeof(DeviceClass);
        info.class_init = initDeviceClass;
        info.instance_size = sizeof(Device);
        return g_type_register_static(GST_TYPE_DEVICE, "InkstepTestCameraDevice", &info, GTypeFlags(0));
    }();
    return type;
}

GstDevice *newDevice() {
    GstCaps *formats = testCameraFormats();
    auto *device =
        GST_DEVICE(g_object_new(deviceType(), "display-name", TestCamera::name().toUtf8().constData(),
                                "device-class", "Video/Source", "caps", formats, nullptr));
    gst_caps_unref(formats);
    return device;
}

// The provider. A device monitor starts it; from then on it holds the device while the camera is plugged in.

struct Provider {
    GstDeviceProvider parent;
    GstDevice *device; // held by the provider's list too; guarded by the mutex below
};
struct ProviderClass {
    GstDeviceProviderClass parent;
};

// Plugging may come from any thread while a monitor starts or stops the provider.
std::mutex &providerMutex() {
    static std::mutex mutex;
    return mutex;
}

Provider *&startedProvider() {
    static Provider *provider = nullptr;
    return provider;
}

void addDevice(Provider *provider) {
    provider->device = GST_DEVICE(gst_object_ref_sink(newDevice()));
    gst_device_provider_device_add(GST_DEVICE_PROVIDER(provider), provider->device);
}

void removeDevice(Provider *provider) {
    gst_device_provider_device_remove(GST_DEVICE_PROVIDER(provider), provider->device);
    gst_clear_object(&provider->device);
}

gboolean startProvider(GstDeviceProvider *base) {
    const std::lock_guard lock(providerMutex());
    auto *provider = reinterpret_cast<Provider *>(base);
    startedProvider() = provider;
    const auto feed = currentFeed();
    if (feed && feed->plugged() && !provider->device)
        addDevice(provider);
    return TRUE;
}

void stopProvider(GstDeviceProvider *base) {
    const std::lock_guard lock(providerMutex());
    auto *provider = reinterpret_cast<Provider *>(base);
    startedProvider() = nullptr;
    if (provider->device)
        removeDevice(provider);
}

GList *probe(GstDeviceProvider *) {
    const auto feed = currentFeed();
    return feed && feed->plugged() ? g_list_append(nullptr, gst_object_ref_sink(newDevice())) : nullptr;
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

void announceTestCamera(bool plugged) {
    const std::lock_guard lock(providerMutex());
    Provider *provider = startedProvider();
    if (!provider || plugged == (provider->device != nullptr))
        return;
    if (plugged)
        addDevice(provider);
    else
        removeDevice(provider);
}

} // namespace inkstep
