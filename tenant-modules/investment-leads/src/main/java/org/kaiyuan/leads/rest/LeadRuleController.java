package org.kaiyuan.leads.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadRules;
import org.kaiyuan.leads.LeadRulesKeeping;
import org.kaiyuan.leads.LeadScoreTables;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.ScoreItem;
import org.kaiyuan.leads.ScoreTable;
import org.kaiyuan.platform.rest.EntityTags;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the zone has decided for its leads: times, limits, stages, and by what reviews score. */
@RestController
@RequestMapping("/api/v1/leads")
class LeadRuleController {
    private final LeadRulesKeeping rules;
    private final LeadScoreTables tables;

    LeadRuleController(LeadRulesKeeping rules, LeadScoreTables tables) {
        this.rules = rules;
        this.tables = tables;
    }

    record LeadStageChoice(
            @JsonProperty(required = true) LeadStage stage,
            @Nullable String name,
            @Nullable Boolean hidden) {}

    /** All of it is replaced; nothing may be left out but the head. */
    @JsonIgnoreProperties("version")
    record LeadRulesBody(
            @JsonProperty(required = true) int answerDays,
            @JsonProperty(required = true) int triageDays,
            @JsonProperty(required = true) int majorTriageDays,
            @JsonProperty(required = true) long majorYuan,
            @JsonProperty(required = true) int feedbackDays,
            @JsonProperty(required = true) int followUpDays,
            @JsonProperty(required = true) int poolDays,
            @JsonProperty(required = true) int remindDays,
            @JsonProperty(required = true) int escalateDays,
            @JsonProperty(required = true) int claimLimit,
            @JsonProperty(required = true) long firstReportYuan,
            @Nullable String head,
            @JsonProperty(required = true) List<LeadStageChoice> stages) {
        LeadRules rules() {
            return new LeadRules(
                    answerDays,
                    triageDays,
                    majorTriageDays,
                    majorYuan,
                    feedbackDays,
                    followUpDays,
                    poolDays,
                    remindDays,
                    escalateDays,
                    claimLimit,
                    firstReportYuan,
                    head,
                    stages.stream()
                            .map(choice ->
                                    new LeadRules.StageChoice(
                                            choice.stage(),
                                            choice.name(),
                                            Boolean.TRUE.equals(choice.hidden())))
                            .toList());
        }
    }

    record LeadRulesAnswer(
            long version,
            int answerDays,
            int triageDays,
            int majorTriageDays,
            long majorYuan,
            int feedbackDays,
            int followUpDays,
            int poolDays,
            int remindDays,
            int escalateDays,
            int claimLimit,
            long firstReportYuan,
            @Nullable String head,
            List<LeadStageChoice> stages) {
        static LeadRulesAnswer of(LeadRulesKeeping.Stored stored) {
            var r = stored.rules();
            return new LeadRulesAnswer(
                    stored.version(),
                    r.answerDays(),
                    r.triageDays(),
                    r.majorTriageDays(),
                    r.majorYuan(),
                    r.feedbackDays(),
                    r.followUpDays(),
                    r.poolDays(),
                    r.remindDays(),
                    r.escalateDays(),
                    r.claimLimit(),
                    r.firstReportYuan(),
                    r.head(),
                    r.stages().stream()
                            .map(choice ->
                                    new LeadStageChoice(
                                            choice.stage(), choice.name(), choice.hidden()))
                            .toList());
        }
    }

    record ScoreItemBody(
            @JsonProperty(required = true) String key,
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) int most) {}

    record ScoreTableBody(
            @JsonProperty(required = true) List<ScoreItemBody> items,
            @Nullable List<String> vetoes,
            @JsonProperty(required = true) int passMark) {
        /** Its number is given where it is decided. */
        ScoreTable table() {
            return new ScoreTable(
                    0,
                    items.stream()
                            .map(item -> new ScoreItem(item.key(), item.name(), item.most()))
                            .toList(),
                    vetoes == null ? List.of() : vetoes,
                    passMark);
        }
    }

    record ScoreTableList(List<ScoreTable> items) {}

    @RolesAllowed(LeadPermissions.READ)
    @GetMapping("/rules")
    ResponseEntity<LeadRulesAnswer> rules() {
        var stored = rules.stored();
        return ResponseEntity.ok()
                .eTag(EntityTags.of(stored.version()))
                .body(LeadRulesAnswer.of(stored));
    }

    @RolesAllowed({LeadPermissions.CONFIGURE, LeadPermissions.READ})
    @PutMapping("/rules")
    ResponseEntity<LeadRulesAnswer> decide(
            @RequestHeader("If-Match") String basedOn, @RequestBody LeadRulesBody body) {
        rules.decide(body.rules(), EntityTags.version(basedOn));
        return rules();
    }

    /** Versions that the zone has decided, the newest first. */
    @RolesAllowed(LeadPermissions.READ)
    @GetMapping("/score-tables")
    ScoreTableList tables() {
        return new ScoreTableList(tables.all());
    }

    /** By which new reviews score. */
    @RolesAllowed(LeadPermissions.READ)
    @GetMapping("/score-tables/newest")
    ResponseEntity<ScoreTable> newest() {
        var table = tables.newest();
        return ResponseEntity.ok().eTag(EntityTags.of(table.number())).body(table);
    }

    @RolesAllowed(LeadPermissions.CONFIGURE)
    @PostMapping("/score-tables")
    ResponseEntity<ScoreTable> decide(
            @RequestHeader("If-Match") String basedOn, @RequestBody ScoreTableBody body) {
        var table = tables.decide(EntityTags.version(basedOn), body.table());
        return ResponseEntity.created(URI.create("/api/v1/leads/score-tables/newest"))
                .eTag(EntityTags.of(table.number()))
                .body(table);
    }
}
