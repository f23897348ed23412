package org.kaiyuan.plots.rest;

import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.PlotVerifications;
import org.kaiyuan.plots.ProductionComparison;
import org.kaiyuan.plots.VerificationLine;
import org.kaiyuan.plots.VerificationNote;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 达产核查 of a plot. */
@RestController
@RequestMapping("/api/v1/plots/{id}/verifications")
class VerificationController {
    private final PlotVerifications verifications;

    VerificationController(PlotVerifications verifications) {
        this.verifications = verifications;
    }

    record VerificationList(List<VerificationLine> items) {}

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping
    VerificationList of(@PathVariable UUID id) {
        return new VerificationList(verifications.of(new PlotId(id)));
    }

    /** The promises against the figures of a year. */
    @RolesAllowed({PlotPermissions.READ, EnterprisePermissions.READ})
    @GetMapping("/comparison")
    ProductionComparison compare(@PathVariable UUID id, @RequestParam int year) {
        return verifications.compare(new PlotId(id), year);
    }

    @RolesAllowed({PlotPermissions.SUPPLY, PlotPermissions.READ, EnterprisePermissions.READ})
    @PostMapping
    ResponseEntity<VerificationList> verify(
            @PathVariable UUID id, @RequestBody VerificationNote body) {
        verifications.verify(new PlotId(id), body);
        return ResponseEntity.created(URI.create("/api/v1/plots/" + id + "/verifications"))
                .body(of(id));
    }
}
