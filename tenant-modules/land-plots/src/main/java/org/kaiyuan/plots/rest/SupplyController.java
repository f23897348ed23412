package org.kaiyuan.plots.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.platform.rest.EntityTags;
import org.kaiyuan.plots.LeaseCheckItem;
import org.kaiyuan.plots.LeaseCheckLine;
import org.kaiyuan.plots.LeaseCheckNote;
import org.kaiyuan.plots.LeaseChecks;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.SupplyAmendment;
import org.kaiyuan.plots.SupplyContract;
import org.kaiyuan.plots.SupplyContracts;
import org.kaiyuan.plots.SupplyNote;
import org.kaiyuan.plots.UnknownContract;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Supply contracts of a plot, and 先租后让. */
@RestController
@RequestMapping("/api/v1/plots/{id}")
class SupplyController {
    private final SupplyContracts contracts;
    private final LeaseChecks checks;

    SupplyController(SupplyContracts contracts, LeaseChecks checks) {
        this.contracts = contracts;
        this.checks = checks;
    }

    record SupplyContractList(List<SupplyContract> items) {}

    record SupplyAmendmentList(List<SupplyAmendment> items) {}

    record SupplyAmendmentBody(
            @JsonProperty(required = true) SupplyNote note,
            @JsonProperty(required = true) String reason) {}

    record SupplyEndBody(
            @JsonProperty(required = true) LocalDate endedOn,
            @JsonProperty(required = true) String reason) {}

    record SupplyGrantBody(
            @JsonProperty(required = true) LocalDate grantedOn,
            @JsonProperty(required = true) String document) {}

    record LeaseCheckBody(
            @JsonProperty(required = true) LocalDate checkedOn,
            @JsonProperty(required = true) List<LeaseCheckItem> items,
            @JsonProperty(required = true) boolean passed,
            @JsonProperty(required = true) String evidence,
            @Nullable List<UUID> files) {}

    record LeaseCheckList(List<LeaseCheckLine> items) {}

    /** 404 while none runs. */
    @RolesAllowed(PlotPermissions.READ)
    @GetMapping("/contract")
    ResponseEntity<SupplyContract> running(@PathVariable UUID id) {
        var contract = contracts.running(new PlotId(id)).orElseThrow(UnknownContract::new);
        return ResponseEntity.ok().eTag(EntityTags.of(contract.version())).body(contract);
    }

    @RolesAllowed({
        PlotPermissions.SUPPLY,
        PlotPermissions.READ,
        EnterprisePermissions.READ,
        LeadPermissions.READ
    })
    @PostMapping("/contract")
    ResponseEntity<SupplyContract> sign(@PathVariable UUID id, @RequestBody SupplyNote body) {
        contracts.sign(new PlotId(id), body);
        var contract = contracts.running(new PlotId(id)).orElseThrow(UnknownContract::new);
        return ResponseEntity.created(URI.create("/api/v1/plots/" + id + "/contract"))
                .eTag(EntityTags.of(contract.version()))
                .body(contract);
    }

    @RolesAllowed({
        PlotPermissions.SUPPLY,
        PlotPermissions.READ,
        EnterprisePermissions.READ,
        LeadPermissions.READ
    })
    @PutMapping("/contract")
    ResponseEntity<SupplyContract> amend(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody SupplyAmendmentBody body) {
        contracts.amend(new PlotId(id), EntityTags.version(basedOn), body.note(), body.reason());
        return running(id);
    }

    @RolesAllowed(PlotPermissions.SUPPLY)
    @PostMapping("/contract/end")
    ResponseEntity<Void> end(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody SupplyEndBody body) {
        contracts.end(new PlotId(id), EntityTags.version(basedOn), body.endedOn(), body.reason());
        return ResponseEntity.noContent().build();
    }

    /** Of 先租后让: the lease becomes a grant. */
    @RolesAllowed({PlotPermissions.SUPPLY, PlotPermissions.READ})
    @PostMapping("/contract/grant")
    ResponseEntity<SupplyContract> grant(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody SupplyGrantBody body) {
        checks.grant(
                new PlotId(id), EntityTags.version(basedOn), body.grantedOn(), body.document());
        return running(id);
    }

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping("/contracts")
    SupplyContractList all(@PathVariable UUID id) {
        return new SupplyContractList(contracts.of(new PlotId(id)));
    }

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping("/contracts/{contract}/amendments")
    SupplyAmendmentList amendments(@PathVariable UUID id, @PathVariable UUID contract) {
        return new SupplyAmendmentList(contracts.amendments(new PlotId(id), contract));
    }

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping("/lease-checks")
    LeaseCheckList checks(@PathVariable UUID id) {
        return new LeaseCheckList(checks.of(new PlotId(id)));
    }

    @RolesAllowed({PlotPermissions.SUPPLY, PlotPermissions.READ})
    @PostMapping("/lease-checks")
    ResponseEntity<LeaseCheckList> check(@PathVariable UUID id, @RequestBody LeaseCheckBody body) {
        checks.check(
                new PlotId(id),
                new LeaseCheckNote(
                        body.checkedOn(),
                        body.items(),
                        body.passed(),
                        body.evidence(),
                        body.files() == null ? List.of() : body.files()));
        return ResponseEntity.created(URI.create("/api/v1/plots/" + id + "/lease-checks"))
                .body(checks(id));
    }
}
