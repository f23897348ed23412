package org.kaiyuan.plots.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.PlotReservations;
import org.kaiyuan.plots.rest.PlotAnswers.PlotReservationAnswer;
import org.kaiyuan.plots.rest.PlotAnswers.PlotReservationList;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What leads hold: looked up by lead, held longer, given up. */
@RestController
@RequestMapping("/api/v1/plots/reservations")
class ReservationController {
    private final PlotReservations reservations;

    ReservationController(PlotReservations reservations) {
        this.reservations = reservations;
    }

    record PlotExtensionBody(@JsonProperty(required = true) LocalDate until) {}

    record PlotReleaseBody(@Nullable String reason) {}

    @RolesAllowed({PlotPermissions.READ, LeadPermissions.READ})
    @GetMapping
    PlotReservationList ofLead(@RequestParam UUID lead) {
        return new PlotReservationList(
                reservations.ofLead(new LeadId(lead)).stream()
                        .map(PlotReservationAnswer::of)
                        .toList());
    }

    @RolesAllowed(PlotPermissions.RESERVE)
    @PostMapping("/{reservation}/extension")
    ResponseEntity<Void> extend(
            @PathVariable UUID reservation, @RequestBody PlotExtensionBody body) {
        reservations.extend(reservation, body.until());
        return ResponseEntity.noContent().build();
    }

    @RolesAllowed(PlotPermissions.RESERVE)
    @PostMapping("/{reservation}/release")
    ResponseEntity<Void> release(
            @PathVariable UUID reservation, @RequestBody PlotReleaseBody body) {
        reservations.release(reservation, body.reason());
        return ResponseEntity.noContent().build();
    }
}
