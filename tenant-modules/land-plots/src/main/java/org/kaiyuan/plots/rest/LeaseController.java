package org.kaiyuan.plots.rest;

import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.rest.EntityTags;
import org.kaiyuan.plots.BuildingId;
import org.kaiyuan.plots.LeaseDetails;
import org.kaiyuan.plots.LeaseDirectory;
import org.kaiyuan.plots.LeaseFilter;
import org.kaiyuan.plots.LeaseId;
import org.kaiyuan.plots.LeaseKeeping;
import org.kaiyuan.plots.LeaseSigning;
import org.kaiyuan.plots.LeaseState;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.RentPayments;
import org.kaiyuan.plots.UnitId;
import org.kaiyuan.plots.rest.LeaseAnswers.ExpiryAnswer;
import org.kaiyuan.plots.rest.LeaseAnswers.LeaseBody;
import org.kaiyuan.plots.rest.LeaseAnswers.LeaseEndBody;
import org.kaiyuan.plots.rest.LeaseAnswers.LeaseLine;
import org.kaiyuan.plots.rest.LeaseAnswers.LeaseList;
import org.kaiyuan.plots.rest.LeaseAnswers.LeaseRenewalBody;
import org.kaiyuan.plots.rest.LeaseAnswers.LeaseWhole;
import org.kaiyuan.plots.rest.LeaseAnswers.NewLeaseBody;
import org.kaiyuan.plots.rest.LeaseAnswers.RentInstalmentAnswer;
import org.kaiyuan.plots.rest.LeaseAnswers.RentInstalmentList;
import org.kaiyuan.plots.rest.LeaseAnswers.RentOverdueAnswer;
import org.kaiyuan.plots.rest.LeaseAnswers.RentOverdueList;
import org.kaiyuan.plots.rest.LeaseAnswers.RentPaymentAnswer;
import org.kaiyuan.plots.rest.LeaseAnswers.RentPaymentBody;
import org.kaiyuan.plots.rest.LeaseAnswers.RentPaymentList;
import org.kaiyuan.plots.rest.PlotRecordController.PlotHistoryPage;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Leases: lists, one in full, signing, changing, ending, and what is paid of them. */
@RestController
@RequestMapping("/api/v1/leases")
class LeaseController {
    private final LeaseDirectory directory;
    private final LeaseSigning signing;
    private final LeaseKeeping keeping;
    private final RentPayments payments;

    LeaseController(
            LeaseDirectory directory,
            LeaseSigning signing,
            LeaseKeeping keeping,
            RentPayments payments) {
        this.directory = directory;
        this.signing = signing;
        this.keeping = keeping;
        this.payments = payments;
    }

    /** The filters of lists. */
    record LeaseParameters(
            @Nullable String text,
            @Nullable Set<LeaseState> state,
            @Nullable UUID building,
            @Nullable UUID unit,
            @Nullable UUID enterprise) {
        LeaseFilter filter(@Nullable LocalDate endingBy) {
            return new LeaseFilter(
                    text,
                    state == null ? Set.of() : state,
                    building == null ? null : new BuildingId(building),
                    unit == null ? null : new UnitId(unit),
                    enterprise,
                    endingBy);
        }
    }

    @RolesAllowed(PlotPermissions.FLOORS_READ)
    @GetMapping
    LeaseList list(
            @ParameterObject LeaseParameters filter,
            @RequestParam(required = false) @Nullable LocalDate endingBy,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = directory.find(filter.filter(endingBy), cursor, limit);
        return new LeaseList(page.items().stream().map(LeaseLine::of).toList(), page.next());
    }

    @RolesAllowed({PlotPermissions.LEASES, PlotPermissions.FLOORS_READ})
    @PostMapping
    ResponseEntity<LeaseWhole> sign(@RequestBody NewLeaseBody body) {
        return created(signing.sign(body.draft()));
    }

    /** Those that end within some months from today. */
    @RolesAllowed(PlotPermissions.FLOORS_READ)
    @GetMapping("/ending")
    ExpiryAnswer ending(@RequestParam(defaultValue = "6") int months) {
        return ExpiryAnswer.of(directory.ending(months));
    }

    /** Instalments that should have been paid before today. */
    @RolesAllowed(PlotPermissions.FLOORS_READ)
    @GetMapping("/overdue")
    RentOverdueList overdue(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = payments.overdue(cursor, limit);
        return new RentOverdueList(
                page.items().stream().map(RentOverdueAnswer::of).toList(), page.next());
    }

    @RolesAllowed(PlotPermissions.FLOORS_READ)
    @GetMapping("/{id}")
    ResponseEntity<LeaseWhole> one(@PathVariable UUID id) {
        var details = directory.details(new LeaseId(id));
        return ResponseEntity.ok()
                .eTag(EntityTags.of(details.version()))
                .body(LeaseWhole.of(details));
    }

    @RolesAllowed(PlotPermissions.FLOORS_READ)
    @GetMapping("/{id}/history")
    PlotHistoryPage history(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return PlotRecordController.history(
                cursor, limit, (before, most) -> directory.history(new LeaseId(id), before, most));
    }

    @RolesAllowed({PlotPermissions.LEASES, PlotPermissions.FLOORS_READ})
    @PutMapping("/{id}")
    ResponseEntity<LeaseWhole> revise(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody LeaseBody body) {
        keeping.revise(
                new LeaseId(id),
                EntityTags.version(basedOn),
                body.number(),
                body.enterprise(),
                body.tenant(),
                body.terms().terms(),
                body.note());
        return one(id);
    }

    /** Takes back one that was entered by mistake; 409 once money was booked on it. */
    @RolesAllowed(PlotPermissions.LEASES)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> withdraw(
            @PathVariable UUID id, @RequestHeader("If-Match") String basedOn) {
        keeping.withdraw(new LeaseId(id), EntityTags.version(basedOn));
        return ResponseEntity.noContent().build();
    }

    @RolesAllowed({PlotPermissions.LEASES, PlotPermissions.FLOORS_READ})
    @PostMapping("/{id}/renewal")
    ResponseEntity<LeaseWhole> renew(@PathVariable UUID id, @RequestBody LeaseRenewalBody body) {
        return created(
                signing.renew(new LeaseId(id), body.number(), body.terms().terms(), body.note()));
    }

    @RolesAllowed({PlotPermissions.LEASES, PlotPermissions.FLOORS_READ})
    @PostMapping("/{id}/end")
    ResponseEntity<LeaseWhole> end(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody LeaseEndBody body) {
        keeping.end(
                new LeaseId(id),
                EntityTags.version(basedOn),
                new LeaseDetails.EarlyEnd(body.lastDay(), body.settledOn(), body.reason()));
        return one(id);
    }

    @RolesAllowed(PlotPermissions.FLOORS_READ)
    @GetMapping("/{id}/instalments")
    RentInstalmentList instalments(@PathVariable UUID id) {
        return new RentInstalmentList(
                directory.instalments(new LeaseId(id)).stream()
                        .map(RentInstalmentAnswer::of)
                        .toList());
    }

    @RolesAllowed(PlotPermissions.FLOORS_READ)
    @GetMapping("/{id}/payments")
    RentPaymentList payments(@PathVariable UUID id) {
        return new RentPaymentList(
                payments.of(new LeaseId(id)).stream().map(RentPaymentAnswer::of).toList());
    }

    /** The same reference again is the same payment. */
    @RolesAllowed({PlotPermissions.LEASES, PlotPermissions.FLOORS_READ})
    @PostMapping("/{id}/payments")
    ResponseEntity<RentPaymentList> pay(@PathVariable UUID id, @RequestBody RentPaymentBody body) {
        payments.record(new LeaseId(id), body.payment());
        return ResponseEntity.created(URI.create("/api/v1/leases/" + id + "/payments"))
                .body(payments(id));
    }

    private ResponseEntity<LeaseWhole> created(LeaseId id) {
        var details = directory.details(id);
        return ResponseEntity.created(URI.create("/api/v1/leases/" + id))
                .eTag(EntityTags.of(details.version()))
                .body(LeaseWhole.of(details));
    }
}
