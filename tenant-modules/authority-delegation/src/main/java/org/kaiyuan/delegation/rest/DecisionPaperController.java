package org.kaiyuan.delegation.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DecisionPaper;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.PaperDraft;
import org.kaiyuan.delegation.PaperKeeping;
import org.kaiyuan.delegation.PaperKind;
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

/** Decisions and letters. */
@RestController
@RequestMapping("/api/v1/delegation/papers")
class DecisionPaperController {
    private final PaperKeeping papers;

    DecisionPaperController(PaperKeeping papers) {
        this.papers = papers;
    }

    /** Days that are left out are those that decrees usually name. */
    record DecisionPaperBody(
            @JsonProperty(required = true) PaperKind kind,
            @JsonProperty(required = true) String number,
            @Nullable String title,
            @Nullable String issuer,
            @Nullable LocalDate decidedOn,
            @Nullable Integer directDays,
            @Nullable Integer entrustedDays,
            @Nullable Integer handoverDays) {
        PaperDraft draft() {
            var usual = PaperDraft.usual(kind, number, title, issuer, decidedOn);
            return new PaperDraft(
                    kind,
                    number,
                    title,
                    issuer,
                    decidedOn,
                    directDays == null ? usual.directDays() : directDays,
                    entrustedDays == null ? usual.entrustedDays() : entrustedDays,
                    handoverDays == null ? usual.handoverDays() : handoverDays);
        }
    }

    /** @param fixed whether a published version rests on it: it does not change any more */
    record DecisionPaperAnswer(
            UUID id,
            long version,
            PaperKind kind,
            String number,
            @Nullable String title,
            @Nullable String issuer,
            @Nullable LocalDate decidedOn,
            int directDays,
            int entrustedDays,
            int handoverDays,
            boolean fixed) {
        static DecisionPaperAnswer of(DecisionPaper paper) {
            return new DecisionPaperAnswer(
                    paper.id(),
                    paper.version(),
                    paper.kind(),
                    paper.number(),
                    paper.title(),
                    paper.issuer(),
                    paper.decidedOn(),
                    paper.directDays(),
                    paper.entrustedDays(),
                    paper.handoverDays(),
                    paper.fixed());
        }
    }

    record DecisionPaperList(List<DecisionPaperAnswer> items) {}

    @RolesAllowed(DelegationPermissions.READ)
    @GetMapping
    DecisionPaperList all(@RequestParam(defaultValue = "DECISION") PaperKind kind) {
        return new DecisionPaperList(
                papers.all(kind).stream().map(DecisionPaperAnswer::of).toList());
    }

    @RolesAllowed({DelegationPermissions.WRITE, DelegationPermissions.READ})
    @PostMapping
    ResponseEntity<DecisionPaperAnswer> add(@RequestBody DecisionPaperBody body) {
        var paper = papers.get(papers.add(body.draft()));
        return ResponseEntity.created(URI.create("/api/v1/delegation/papers/" + paper.id()))
                .eTag(EntityTags.of(paper.version()))
                .body(DecisionPaperAnswer.of(paper));
    }

    @RolesAllowed(DelegationPermissions.READ)
    @GetMapping("/{id}")
    ResponseEntity<DecisionPaperAnswer> one(@PathVariable UUID id) {
        var paper = papers.get(id);
        return ResponseEntity.ok()
                .eTag(EntityTags.of(paper.version()))
                .body(DecisionPaperAnswer.of(paper));
    }

    /** 409 where a published version rests on it. */
    @RolesAllowed({DelegationPermissions.WRITE, DelegationPermissions.READ})
    @PutMapping("/{id}")
    ResponseEntity<DecisionPaperAnswer> revise(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody DecisionPaperBody body) {
        papers.revise(id, body.draft(), EntityTags.version(basedOn));
        return one(id);
    }
}
