package kr.dure.api.cleanhouse;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.api.cleanhouse.Devices.Device;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.Name;
import kr.dure.api.http.Page;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Officers register the scales of a site, and remove them. */
@RestController
@RequestMapping("/api/v1/sites/{site}/devices")
public final class DeviceResource {
    private final Devices devices;

    public DeviceResource(Devices devices) {
        this.devices = devices;
    }

    /** @param publicKey with which its weighings are verified */
    public record NewDevice(Name device, DeviceKey publicKey) {}

    /** @param removedAt from when on nothing that it signs is taken */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeviceView(
            String site,
            String device,
            String publicKey,
            String registeredBy,
            OffsetDateTime registeredAt,
            @Nullable OffsetDateTime removedAt) {
        static DeviceView of(Device device) {
            return new DeviceView(
                    device.site(),
                    device.device(),
                    device.key().value(),
                    device.registeredBy(),
                    Times.korean(device.registeredAt()),
                    device.removedAt() == null ? null : Times.korean(device.removedAt()));
        }

        /** As it was first answered. */
        DeviceView first() {
            return new DeviceView(site, device, publicKey, registeredBy, registeredAt, null);
        }
    }

    @Refuses({"not-allowed", "device-exists"})
    @PostMapping
    ResponseEntity<DeviceView> register(@PathVariable Name site, @RequestBody NewDevice order, Write write) {
        write.caller().mustBe(Role.OFFICER);
        var device = devices.register(site.value(), order.device().value(), order.publicKey(), write)
                .orElseThrow(() -> Problem.of("id-reused"));
        if (!device.operation().equals(write.operation().value())) {
            throw Problem.of("device-exists");
        }
        if (!device.key().equals(order.publicKey())) {
            throw Problem.of("id-reused");
        }
        return Replies.created(
                "/api/v1/sites/" + Replies.segment(site.value()) + "/devices/" + Replies.segment(device.device()),
                DeviceView.of(device).first());
    }

    /** All there ever were, by name. */
    @Refuses("not-allowed")
    @GetMapping
    Page<DeviceView> all(@PathVariable Name site, @RequestParam(defaultValue = "") String cursor, Caller caller) {
        caller.mustBe(Role.OFFICER, Role.OPERATOR, Role.AUDITOR);
        return Page.after(devices.of(site.value(), cursor), DeviceView::of, Device::device);
    }

    @Refuses({"not-allowed", "device-unknown"})
    @GetMapping("/{device}")
    DeviceView one(@PathVariable Name site, @PathVariable Name device, Caller caller) {
        caller.mustBe(Role.OFFICER, Role.OPERATOR, Role.AUDITOR);
        return devices.find(site.value(), device.value())
                .map(DeviceView::of)
                .orElseThrow(() -> Problem.of("device-unknown"));
    }

    @Refuses({"not-allowed", "device-unknown"})
    @PostMapping("/{device}/removal")
    DeviceView remove(@PathVariable Name site, @PathVariable Name device, Write write) {
        write.caller().mustBe(Role.OFFICER);
        return devices.remove(site.value(), device.value(), write)
                .map(DeviceView::of)
                .orElseThrow(() -> Problem.of("device-unknown"));
    }
}
