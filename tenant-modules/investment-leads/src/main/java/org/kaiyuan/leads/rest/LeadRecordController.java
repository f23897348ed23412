package org.kaiyuan.leads.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.leads.AgreementId;
import org.kaiyuan.leads.AgreementKind;
import org.kaiyuan.leads.AgreementLine;
import org.kaiyuan.leads.AgreementNote;
import org.kaiyuan.leads.ClearanceKind;
import org.kaiyuan.leads.ClearanceLine;
import org.kaiyuan.leads.ClearanceOutcome;
import org.kaiyuan.leads.FollowupKind;
import org.kaiyuan.leads.FollowupLine;
import org.kaiyuan.leads.FollowupNote;
import org.kaiyuan.leads.FundLine;
import org.kaiyuan.leads.FundSource;
import org.kaiyuan.leads.LeadAgreements;
import org.kaiyuan.leads.LeadFollowups;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadProgress;
import org.kaiyuan.leads.LeadReview;
import org.kaiyuan.leads.LeadReviews;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.MilestoneLine;
import org.kaiyuan.leads.ReviewId;
import org.kaiyuan.leads.ReviewRefused;
import org.kaiyuan.leads.ReviewState;
import org.kaiyuan.leads.ScoreItem;
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.platform.rest.EntityTags;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What hangs on a lead: talks, reviews, agreements, funds, milestones, clearances. */
@RestController
@RequestMapping("/api/v1/leads/{id}")
class LeadRecordController {
    private final LeadFollowups followups;
    private final LeadReviews reviews;
    private final LeadAgreements agreements;
    private final LeadProgress progress;

    LeadRecordController(
            LeadFollowups followups,
            LeadReviews reviews,
            LeadAgreements agreements,
            LeadProgress progress) {
        this.followups = followups;
        this.reviews = reviews;
        this.agreements = agreements;
        this.progress = progress;
    }

    record FollowupBody(
            @JsonProperty(required = true) FollowupKind kind,
            @Nullable LocalDate happenedOn,
            @Nullable String text,
            @Nullable List<String> participants,
            @Nullable String nextAction,
            @Nullable LocalDate nextActionOn) {
        FollowupNote note() {
            return new FollowupNote(
                    kind,
                    happenedOn,
                    text == null ? "" : text,
                    participants == null ? List.of() : participants,
                    nextAction,
                    nextActionOn);
        }
    }

    record FollowupAnswer(
            UUID id,
            FollowupKind kind,
            LocalDate happenedOn,
            String text,
            List<String> participants,
            String author,
            String authorName,
            Instant at) {
        static FollowupAnswer of(FollowupLine f) {
            return new FollowupAnswer(
                    f.id().value(),
                    f.kind(),
                    f.happenedOn(),
                    f.text(),
                    f.participants(),
                    f.author(),
                    f.authorName(),
                    f.at());
        }
    }

    record FollowupPage(List<FollowupAnswer> items, @Nullable String next) {}

    record FollowupCreated(UUID id) {}

    record ReviewBody(
            @JsonProperty(required = true) Set<String> reviewers, @Nullable LocalDate meetingOn) {}

    record OpinionBody(
            @JsonProperty(required = true) Map<String, Integer> points,
            @Nullable List<String> vetoes,
            @Nullable String remark) {}

    record ReviewCloseBody(@Nullable String minutes, @Nullable LocalDate meetingOn) {}

    record ReviewWithdrawBody(@Nullable String reason) {}

    record OpinionAnswer(
            String username,
            String name,
            @Nullable Map<String, Integer> points,
            List<String> vetoes,
            @Nullable String remark,
            @Nullable Instant givenAt) {}

    record ReviewAnswer(
            UUID id,
            ReviewState state,
            int tableNumber,
            List<ScoreItem> scoreItems,
            int passMark,
            @Nullable LocalDate meetingOn,
            @Nullable String minutes,
            @Nullable BigDecimal score,
            boolean vetoed,
            Instant openedAt,
            @Nullable Instant closedAt,
            List<OpinionAnswer> opinions) {
        static ReviewAnswer of(LeadReview r) {
            return new ReviewAnswer(
                    r.id().value(),
                    r.state(),
                    r.table().number(),
                    r.table().items(),
                    r.table().passMark(),
                    r.meetingOn(),
                    r.minutes(),
                    r.score(),
                    r.vetoed(),
                    r.openedAt(),
                    r.closedAt(),
                    r.opinions().stream()
                            .map(o ->
                                    new OpinionAnswer(
                                            o.username(),
                                            o.name(),
                                            o.points(),
                                            o.vetoes(),
                                            o.remark(),
                                            o.givenAt()))
                            .toList());
        }
    }

    record ReviewList(List<ReviewAnswer> items) {}

    record AgreementBody(
            @JsonProperty(required = true) AgreementKind kind,
            @Nullable String title,
            @Nullable List<String> parties,
            @Nullable BigDecimal amountYuan,
            @Nullable BigDecimal promisedInvestmentYuan,
            @Nullable BigDecimal taxPerMuYuan,
            @JsonProperty(required = true) LocalDate signedOn,
            @Nullable LocalDate startOn,
            @Nullable LocalDate productionOn) {
        AgreementNote note() {
            return new AgreementNote(
                    kind,
                    title == null ? "" : title,
                    parties == null ? List.of() : parties,
                    amountYuan,
                    promisedInvestmentYuan,
                    taxPerMuYuan,
                    signedOn,
                    startOn,
                    productionOn);
        }
    }

    record AgreementAnswer(
            UUID id,
            long version,
            AgreementKind kind,
            String title,
            List<String> parties,
            @Nullable BigDecimal amountYuan,
            @Nullable BigDecimal promisedInvestmentYuan,
            @Nullable BigDecimal taxPerMuYuan,
            LocalDate signedOn,
            @Nullable LocalDate startOn,
            @Nullable LocalDate productionOn) {
        static AgreementAnswer of(AgreementLine a) {
            var n = a.note();
            return new AgreementAnswer(
                    a.id().value(),
                    a.version(),
                    n.kind(),
                    n.title(),
                    n.parties(),
                    n.amountYuan(),
                    n.promisedInvestmentYuan(),
                    n.taxPerMuYuan(),
                    n.signedOn(),
                    n.startOn(),
                    n.productionOn());
        }
    }

    record AgreementList(List<AgreementAnswer> items) {}

    record AgreementCreated(UUID id) {}

    record FundBody(
            @JsonProperty(required = true) YearMonth month,
            @JsonProperty(required = true) FundSource source,
            @JsonProperty(required = true) BigDecimal amount,
            @Nullable String remark) {}

    record FundAnswer(
            YearMonth month,
            FundSource source,
            BigDecimal amount,
            String currency,
            @Nullable String remark) {
        static FundAnswer of(FundLine f) {
            return new FundAnswer(
                    f.month(),
                    f.source(),
                    f.amount(),
                    f.source() == FundSource.FOREIGN ? "USD" : "CNY",
                    f.remark());
        }
    }

    record FundList(List<FundAnswer> items) {}

    record MilestoneBody(
            @JsonProperty(required = true) LeadStage stage,
            @Nullable LocalDate plannedOn,
            @Nullable LocalDate actualOn) {}

    record MilestoneList(List<MilestoneLine> items) {}

    record ClearanceBody(
            @JsonProperty(required = true) ClearanceKind kind,
            @JsonProperty(required = true) ClearanceOutcome outcome,
            @Nullable String document,
            @JsonProperty(required = true) LocalDate decidedOn,
            @Nullable String reason) {}

    record ClearanceList(List<ClearanceLine> items) {}

    record LeadEnterpriseBody(
            @Nullable UUID enterprise, @Nullable String name, @Nullable String creditCode) {}

    record LeadEnterpriseAnswer(UUID enterprise) {}

    @RolesAllowed(LeadPermissions.READ)
    @GetMapping("/followups")
    FollowupPage followups(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, 199);
        var lines = followups.of(new LeadId(id), Moment.parse(cursor), most + 1);
        var shown = lines.subList(0, Math.min(most, lines.size()));
        return new FollowupPage(
                shown.stream().map(FollowupAnswer::of).toList(),
                lines.size() <= most
                        ? null
                        : new Moment(shown.getLast().at(), shown.getLast().id().value()).cursor());
    }

    @RolesAllowed(LeadPermissions.WRITE)
    @PostMapping("/followups")
    ResponseEntity<FollowupCreated> follow(@PathVariable UUID id, @RequestBody FollowupBody body) {
        var made = followups.note(new LeadId(id), body.note());
        return found(id, "followups").body(new FollowupCreated(made.value()));
    }

    @RolesAllowed(LeadPermissions.READ)
    @GetMapping("/reviews")
    ReviewList reviews(@PathVariable UUID id) {
        return new ReviewList(reviews.of(new LeadId(id)).stream().map(ReviewAnswer::of).toList());
    }

    @RolesAllowed({LeadPermissions.REVIEW, LeadPermissions.READ})
    @PostMapping("/reviews")
    ResponseEntity<ReviewAnswer> open(@PathVariable UUID id, @RequestBody ReviewBody body) {
        var made = reviews.open(new LeadId(id), body.reviewers(), body.meetingOn());
        return found(id, "reviews").body(ReviewAnswer.of(reviews.get(made)));
    }

    @RolesAllowed(LeadPermissions.READ)
    @PutMapping("/reviews/{review}/opinion")
    ReviewAnswer opinion(
            @PathVariable UUID id, @PathVariable UUID review, @RequestBody OpinionBody body) {
        reviews.give(
                of(id, review),
                body.points(),
                body.vetoes() == null ? List.of() : body.vetoes(),
                body.remark());
        return ReviewAnswer.of(reviews.get(new ReviewId(review)));
    }

    @RolesAllowed({LeadPermissions.REVIEW, LeadPermissions.READ})
    @PostMapping("/reviews/{review}/close")
    ReviewAnswer close(
            @PathVariable UUID id, @PathVariable UUID review, @RequestBody ReviewCloseBody body) {
        reviews.close(
                of(id, review), body.minutes() == null ? "" : body.minutes(), body.meetingOn());
        return ReviewAnswer.of(reviews.get(new ReviewId(review)));
    }

    @RolesAllowed({LeadPermissions.REVIEW, LeadPermissions.READ})
    @PostMapping("/reviews/{review}/withdraw")
    ReviewAnswer withdraw(
            @PathVariable UUID id,
            @PathVariable UUID review,
            @RequestBody ReviewWithdrawBody body) {
        reviews.withdraw(of(id, review), body.reason());
        return ReviewAnswer.of(reviews.get(new ReviewId(review)));
    }

    @RolesAllowed(LeadPermissions.READ)
    @GetMapping("/agreements")
    AgreementList agreements(@PathVariable UUID id) {
        return new AgreementList(
                agreements.of(new LeadId(id)).stream().map(AgreementAnswer::of).toList());
    }

    @RolesAllowed(LeadPermissions.WRITE)
    @PostMapping("/agreements")
    ResponseEntity<AgreementCreated> agree(@PathVariable UUID id, @RequestBody AgreementBody body) {
        var made = agreements.add(new LeadId(id), body.note());
        return found(id, "agreements").body(new AgreementCreated(made.value()));
    }

    @RolesAllowed(LeadPermissions.WRITE)
    @PutMapping("/agreements/{agreement}")
    ResponseEntity<Void> revise(
            @PathVariable UUID id,
            @PathVariable UUID agreement,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody AgreementBody body) {
        agreements.revise(
                new LeadId(id),
                new AgreementId(agreement),
                EntityTags.version(basedOn),
                body.note());
        return ResponseEntity.noContent().build();
    }

    @RolesAllowed(LeadPermissions.READ)
    @GetMapping("/funds")
    FundList funds(@PathVariable UUID id) {
        return new FundList(progress.funds(new LeadId(id)).stream().map(FundAnswer::of).toList());
    }

    /** What is said for a source and month takes the place of what was said before. */
    @RolesAllowed({LeadPermissions.WRITE, LeadPermissions.READ})
    @PutMapping("/funds")
    FundList paidIn(@PathVariable UUID id, @RequestBody FundBody body) {
        progress.paidIn(
                new LeadId(id),
                new FundLine(body.month(), body.source(), body.amount(), body.remark()));
        return funds(id);
    }

    @RolesAllowed(LeadPermissions.READ)
    @GetMapping("/milestones")
    MilestoneList milestones(@PathVariable UUID id) {
        return new MilestoneList(progress.milestones(new LeadId(id)));
    }

    @RolesAllowed({LeadPermissions.WRITE, LeadPermissions.READ})
    @PutMapping("/milestones")
    MilestoneList milestone(@PathVariable UUID id, @RequestBody MilestoneBody body) {
        progress.milestone(
                new LeadId(id), new MilestoneLine(body.stage(), body.plannedOn(), body.actualOn()));
        return milestones(id);
    }

    @RolesAllowed(LeadPermissions.READ)
    @GetMapping("/clearances")
    ClearanceList clearances(@PathVariable UUID id) {
        return new ClearanceList(progress.clearances(new LeadId(id)));
    }

    @RolesAllowed({LeadPermissions.WRITE, LeadPermissions.READ})
    @PutMapping("/clearances")
    ClearanceList clear(@PathVariable UUID id, @RequestBody ClearanceBody body) {
        progress.clear(
                new LeadId(id),
                new ClearanceLine(
                        body.kind(),
                        body.outcome(),
                        body.document(),
                        body.decidedOn(),
                        body.reason(),
                        null,
                        null));
        return clearances(id);
    }

    /** Links an enterprise of the directory, or registers it there. */
    @RolesAllowed({LeadPermissions.WRITE, EnterprisePermissions.READ, EnterprisePermissions.WRITE})
    @PutMapping("/enterprise")
    LeadEnterpriseAnswer enterprise(@PathVariable UUID id, @RequestBody LeadEnterpriseBody body) {
        if (body.enterprise() != null) {
            progress.link(new LeadId(id), new EnterpriseId(body.enterprise()));
            return new LeadEnterpriseAnswer(body.enterprise());
        }
        return new LeadEnterpriseAnswer(
                progress.registerEnterprise(
                                new LeadId(id),
                                body.name() == null ? "" : body.name(),
                                body.creditCode())
                        .value());
    }

    /** A review of another lead is not there. */
    private ReviewId of(UUID lead, UUID review) {
        var id = new ReviewId(review);
        if (!reviews.get(id).leadId().equals(new LeadId(lead))) {
            throw new ReviewRefused("unknown");
        }
        return id;
    }

    /** What was made is found among its like. */
    private static ResponseEntity.BodyBuilder found(UUID lead, String among) {
        return ResponseEntity.created(URI.create("/api/v1/leads/" + lead + "/" + among));
    }
}
