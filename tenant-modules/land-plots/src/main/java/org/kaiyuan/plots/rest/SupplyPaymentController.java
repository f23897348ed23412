package org.kaiyuan.plots.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.rest.EntityTags;
import org.kaiyuan.plots.PaymentNote;
import org.kaiyuan.plots.PaymentPlan;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.SupplyPayments;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is due by the running contract of a plot, and what was paid. */
@RestController
@RequestMapping("/api/v1/plots/{id}/payments")
class SupplyPaymentController {
    private final SupplyPayments payments;

    SupplyPaymentController(SupplyPayments payments) {
        this.payments = payments;
    }

    record SupplyReceiptBody(
            @JsonProperty(required = true) LocalDate paidOn,
            @JsonProperty(required = true) BigDecimal amountYuan,
            @Nullable String reference,
            @Nullable String note) {}

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping
    PaymentPlan of(@PathVariable UUID id) {
        return payments.of(new PlotId(id));
    }

    @RolesAllowed({PlotPermissions.SUPPLY, PlotPermissions.READ})
    @PostMapping
    ResponseEntity<PaymentPlan> plan(@PathVariable UUID id, @RequestBody PaymentNote body) {
        payments.plan(new PlotId(id), body);
        return ResponseEntity.created(URI.create("/api/v1/plots/" + id + "/payments")).body(of(id));
    }

    @RolesAllowed({PlotPermissions.SUPPLY, PlotPermissions.READ})
    @PutMapping("/{payment}")
    PaymentPlan revise(
            @PathVariable UUID id,
            @PathVariable UUID payment,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody PaymentNote body) {
        payments.revise(new PlotId(id), payment, EntityTags.version(basedOn), body);
        return of(id);
    }

    @RolesAllowed(PlotPermissions.SUPPLY)
    @DeleteMapping("/{payment}")
    ResponseEntity<Void> remove(
            @PathVariable UUID id,
            @PathVariable UUID payment,
            @RequestHeader("If-Match") String basedOn) {
        payments.remove(new PlotId(id), payment, EntityTags.version(basedOn));
        return ResponseEntity.noContent().build();
    }

    @RolesAllowed({PlotPermissions.WRITE, PlotPermissions.READ})
    @PostMapping("/{payment}/receipts")
    ResponseEntity<PaymentPlan> receive(
            @PathVariable UUID id,
            @PathVariable UUID payment,
            @RequestBody SupplyReceiptBody body) {
        payments.receive(
                new PlotId(id),
                payment,
                body.paidOn(),
                body.amountYuan(),
                body.reference(),
                body.note());
        return ResponseEntity.created(URI.create("/api/v1/plots/" + id + "/payments")).body(of(id));
    }
}
