package org.kaiyuan.platform.notices.rest;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.notices.Delivery;
import org.kaiyuan.platform.notices.Webhook;
import org.kaiyuan.platform.notices.WebhookSecret;
import org.kaiyuan.platform.notices.Webhooks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where other systems are told what happens, what they were told, and once more. */
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhookController {
    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** @param enabled without it true */
    record WebhookBody(String url, Set<String> kinds, @Nullable Boolean enabled) {}

    @GetMapping
    List<Webhook> list() {
        return webhooks.list();
    }

    @GetMapping("/{id}")
    Webhook get(@PathVariable UUID id) {
        return webhooks.get(id);
    }

    /** The secret is told once: an answer that is kept for repeated posts would tell it again. */
    @org.kaiyuan.platform.rest.NeverKept
    @PostMapping
    ResponseEntity<WebhookSecret> register(@RequestBody WebhookBody body) {
        var registered = webhooks.register(body.url(), body.kinds());
        return ResponseEntity.created(URI.create("/api/v1/webhooks/" + registered.id()))
                .body(registered);
    }

    @PutMapping("/{id}")
    Webhook revise(@PathVariable UUID id, @RequestBody WebhookBody body) {
        webhooks.revise(id, body.url(), body.kinds(), body.enabled() == null || body.enabled());
        return webhooks.get(id);
    }

    @org.kaiyuan.platform.rest.NeverKept
    @PostMapping("/{id}/secret")
    WebhookSecret renewSecret(@PathVariable UUID id) {
        return webhooks.renewSecret(id);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable UUID id) {
        webhooks.remove(id);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/ping")
    ResponseEntity<Void> ping(@PathVariable UUID id) {
        webhooks.tryOut(id);
        return ResponseEntity.accepted().build();
    }

    @GetMapping("/{id}/deliveries")
    List<Delivery> deliveries(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(defaultValue = "50") int limit) {
        return webhooks.deliveries(id, before, limit);
    }

    @PostMapping("/deliveries/{id}/resend")
    ResponseEntity<Void> resend(@PathVariable UUID id) {
        webhooks.resend(id);
        return ResponseEntity.accepted().build();
    }
}
