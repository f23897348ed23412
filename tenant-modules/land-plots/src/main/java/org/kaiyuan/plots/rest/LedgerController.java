package org.kaiyuan.plots.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.rest.EntityTags;
import org.kaiyuan.plots.IdleState;
import org.kaiyuan.plots.Ledger;
import org.kaiyuan.plots.LedgerLine;
import org.kaiyuan.plots.LedgerPage;
import org.kaiyuan.plots.LedgerSum;
import org.kaiyuan.plots.LowPlot;
import org.kaiyuan.plots.LowPlots;
import org.kaiyuan.plots.PlotLedgers;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.StockBalance;
import org.kaiyuan.plots.SupplyRules;
import org.kaiyuan.plots.SupplyRulesKeeping;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ledgers of stock, land of little effect, and by what rules a zone judges both. */
@RestController
@RequestMapping("/api/v1/plots")
class LedgerController {
    private final PlotLedgers ledgers;
    private final LowPlots low;
    private final SupplyRulesKeeping rules;

    LedgerController(PlotLedgers ledgers, LowPlots low, SupplyRulesKeeping rules) {
        this.ledgers = ledgers;
        this.low = low;
        this.rules = rules;
    }

    /** A plot of a ledger. */
    record LedgerLineAnswer(
            UUID plot,
            String number,
            String name,
            String useCode,
            PlotState state,
            BigDecimal groundM2,
            LocalDate since,
            int days,
            @Nullable String holderName,
            @Nullable String contractNumber,
            @Nullable LocalDate startOn,
            int daysLate,
            @Nullable IdleState idle) {
        static LedgerLineAnswer of(LedgerLine l) {
            return new LedgerLineAnswer(
                    l.plot().value(),
                    l.number(),
                    l.name(),
                    l.useCode(),
                    l.state(),
                    l.groundM2(),
                    l.since(),
                    l.days(),
                    l.holderName(),
                    l.contractNumber(),
                    l.startOn(),
                    l.daysLate(),
                    l.idle());
        }
    }

    record LedgerAnswer(List<LedgerLineAnswer> items, @Nullable String next) {
        static LedgerAnswer of(LedgerPage page) {
            return new LedgerAnswer(
                    page.items().stream().map(LedgerLineAnswer::of).toList(), page.next());
        }
    }

    record LedgerSumList(List<LedgerSum> items) {}

    /** A plot that is used with little effect. */
    record LowPlotAnswer(
            UUID plot,
            String number,
            String name,
            PlotState state,
            BigDecimal groundM2,
            @Nullable String holderName,
            int year,
            List<LowPlot.LowReason> reasons) {
        static LowPlotAnswer of(LowPlot p) {
            return new LowPlotAnswer(
                    p.plot().value(),
                    p.number(),
                    p.name(),
                    p.state(),
                    p.groundM2(),
                    p.holderName(),
                    p.year(),
                    p.reasons());
        }
    }

    record LowPlotList(List<LowPlotAnswer> items, @Nullable String next) {}

    record SupplyRulesAnswer(long version, SupplyRules rules) {}

    @JsonIgnoreProperties("version")
    record SupplyRulesBody(@JsonProperty(required = true) SupplyRules rules) {}

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping("/ledgers/approved")
    LedgerAnswer approved(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return LedgerAnswer.of(ledgers.page(Ledger.APPROVED, year, cursor, limit));
    }

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping("/ledgers/supplied")
    LedgerAnswer supplied(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return LedgerAnswer.of(ledgers.page(Ledger.SUPPLIED, year, cursor, limit));
    }

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping("/ledgers/approved/sums")
    LedgerSumList approvedSums() {
        return new LedgerSumList(ledgers.sums(Ledger.APPROVED));
    }

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping("/ledgers/supplied/sums")
    LedgerSumList suppliedSums() {
        return new LedgerSumList(ledgers.sums(Ledger.SUPPLIED));
    }

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping("/ledgers/balance")
    StockBalance balance(@RequestParam int year) {
        return ledgers.balance(year);
    }

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping("/ledgers/low")
    LowPlotList low(
            @RequestParam int year,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = low.find(year, cursor, limit);
        return new LowPlotList(page.items().stream().map(LowPlotAnswer::of).toList(), page.next());
    }

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping("/supply-rules")
    ResponseEntity<SupplyRulesAnswer> rules() {
        var stored = rules.stored();
        return ResponseEntity.ok()
                .eTag(EntityTags.of(stored.version()))
                .body(new SupplyRulesAnswer(stored.version(), stored.rules()));
    }

    @RolesAllowed({PlotPermissions.SUPPLY, PlotPermissions.READ})
    @PutMapping("/supply-rules")
    ResponseEntity<SupplyRulesAnswer> decide(
            @RequestHeader("If-Match") String basedOn, @RequestBody SupplyRulesBody body) {
        rules.decide(body.rules(), EntityTags.version(basedOn));
        return rules();
    }
}
