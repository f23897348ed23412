package org.kaiyuan.plots.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.ChangePlace;
import org.kaiyuan.platform.records.CursorRefused;
import org.kaiyuan.platform.rest.EntityTags;
import org.kaiyuan.plots.CertificateDraft;
import org.kaiyuan.plots.CertificateKind;
import org.kaiyuan.plots.CertificateLine;
import org.kaiyuan.plots.PlotCertificates;
import org.kaiyuan.plots.PlotDirectory;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.PlotRights;
import org.kaiyuan.plots.RightDraft;
import org.kaiyuan.plots.RightKind;
import org.kaiyuan.plots.RightLine;
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

/** What hangs on a plot: its history, rights over it, papers about it. */
@RestController
@RequestMapping("/api/v1/plots")
class PlotRecordController {
    private final PlotDirectory directory;
    private final PlotRights rights;
    private final PlotCertificates certificates;

    PlotRecordController(
            PlotDirectory directory, PlotRights rights, PlotCertificates certificates) {
        this.directory = directory;
        this.rights = rights;
        this.certificates = certificates;
    }

    record PlotHistoryLine(
            Instant at,
            String actor,
            String actorName,
            String act,
            @Nullable String field,
            @Nullable String before,
            @Nullable String after) {
        static PlotHistoryLine of(ChangeEntry line) {
            return new PlotHistoryLine(
                    line.at(),
                    line.actor(),
                    line.actorName(),
                    line.act(),
                    line.field(),
                    line.before(),
                    line.after());
        }
    }

    record PlotHistoryPage(List<PlotHistoryLine> items, @Nullable String next) {}

    /** @param to the last day; without it without end */
    record PlotRightBody(
            @JsonProperty(required = true) RightKind kind,
            @Nullable UUID holderId,
            @JsonProperty(required = true) String holderName,
            @JsonProperty(required = true) LocalDate from,
            @Nullable LocalDate to,
            @Nullable BigDecimal lowM,
            @Nullable BigDecimal highM,
            @Nullable String certificate,
            @Nullable String note) {
        RightDraft draft() {
            return new RightDraft(
                    kind, holderId, holderName, from, to, lowM, highM, certificate, note);
        }

        static PlotRightBody of(RightDraft r) {
            return new PlotRightBody(
                    r.kind(),
                    r.holderId(),
                    r.holderName(),
                    r.from(),
                    r.to(),
                    r.lowM(),
                    r.highM(),
                    r.certificate(),
                    r.note());
        }
    }

    record PlotRightAnswer(
            UUID id, long version, UUID plot, PlotRightBody right, Instant updatedAt) {
        static PlotRightAnswer of(RightLine line) {
            return new PlotRightAnswer(
                    line.id(),
                    line.version(),
                    line.plot().value(),
                    PlotRightBody.of(line.right()),
                    line.updatedAt());
        }
    }

    record PlotRightList(List<PlotRightAnswer> items) {}

    record PlotRightEndBody(@JsonProperty(required = true) LocalDate lastDay) {}

    record PlotCertificateBody(
            @JsonProperty(required = true) CertificateKind kind,
            @JsonProperty(required = true) String number,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate expiresOn,
            @Nullable String issuer,
            @Nullable String note) {
        CertificateDraft draft() {
            return new CertificateDraft(kind, number, issuedOn, expiresOn, issuer, note);
        }

        static PlotCertificateBody of(CertificateDraft c) {
            return new PlotCertificateBody(
                    c.kind(), c.number(), c.issuedOn(), c.expiresOn(), c.issuer(), c.note());
        }
    }

    record PlotCertificateAnswer(
            UUID id, long version, UUID plot, PlotCertificateBody certificate, Instant updatedAt) {
        static PlotCertificateAnswer of(CertificateLine line) {
            return new PlotCertificateAnswer(
                    line.id(),
                    line.version(),
                    line.plot().value(),
                    PlotCertificateBody.of(line.certificate()),
                    line.updatedAt());
        }
    }

    record PlotCertificateList(List<PlotCertificateAnswer> items) {}

    record PlotPartCreated(UUID id) {}

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping("/{id}/history")
    PlotHistoryPage history(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return history(
                cursor, limit, (before, most) -> directory.history(new PlotId(id), before, most));
    }

    /** @param source the lines before a place, at most so many */
    static PlotHistoryPage history(
            @Nullable String cursor,
            int limit,
            BiFunction<@Nullable ChangePlace, Integer, List<ChangeEntry>> source) {
        int most = Math.clamp(limit, 1, ChangeHistory.MOST);
        var lines = source.apply(place(cursor), most);
        return new PlotHistoryPage(
                lines.stream().map(PlotHistoryLine::of).toList(),
                lines.size() < most ? null : lines.getLast().place().text());
    }

    private static @Nullable ChangePlace place(@Nullable String cursor) {
        try {
            return cursor == null || cursor.isEmpty() ? null : ChangePlace.read(cursor);
        } catch (IllegalArgumentException malformed) {
            throw new CursorRefused();
        }
    }

    /** @param asOf only those of this day; without it all */
    @RolesAllowed(PlotPermissions.READ)
    @GetMapping("/{id}/rights")
    PlotRightList rights(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate asOf) {
        return new PlotRightList(
                rights.of(new PlotId(id), asOf).stream().map(PlotRightAnswer::of).toList());
    }

    @RolesAllowed(PlotPermissions.WRITE)
    @PostMapping("/{id}/rights")
    ResponseEntity<PlotPartCreated> add(@PathVariable UUID id, @RequestBody PlotRightBody body) {
        return created("/api/v1/plots/" + id + "/rights", rights.add(new PlotId(id), body.draft()));
    }

    @RolesAllowed(PlotPermissions.WRITE)
    @PutMapping("/rights/{right}")
    ResponseEntity<Void> change(
            @PathVariable UUID right,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody PlotRightBody body) {
        return stored(rights.change(right, EntityTags.version(basedOn), body.draft()));
    }

    @RolesAllowed(PlotPermissions.WRITE)
    @PostMapping("/rights/{right}/end")
    ResponseEntity<Void> end(
            @PathVariable UUID right,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody PlotRightEndBody body) {
        return stored(rights.end(right, EntityTags.version(basedOn), body.lastDay()));
    }

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping("/{id}/certificates")
    PlotCertificateList certificates(@PathVariable UUID id) {
        return new PlotCertificateList(
                certificates.of(new PlotId(id)).stream().map(PlotCertificateAnswer::of).toList());
    }

    @RolesAllowed(PlotPermissions.WRITE)
    @PostMapping("/{id}/certificates")
    ResponseEntity<PlotPartCreated> add(
            @PathVariable UUID id, @RequestBody PlotCertificateBody body) {
        return created(
                "/api/v1/plots/" + id + "/certificates",
                certificates.add(new PlotId(id), body.draft()));
    }

    @RolesAllowed(PlotPermissions.WRITE)
    @PutMapping("/certificates/{certificate}")
    ResponseEntity<Void> change(
            @PathVariable UUID certificate,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody PlotCertificateBody body) {
        return stored(certificates.change(certificate, EntityTags.version(basedOn), body.draft()));
    }

    @RolesAllowed(PlotPermissions.WRITE)
    @DeleteMapping("/certificates/{certificate}")
    ResponseEntity<Void> remove(
            @PathVariable UUID certificate, @RequestHeader("If-Match") String basedOn) {
        certificates.remove(certificate, EntityTags.version(basedOn));
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<PlotPartCreated> created(String list, UUID id) {
        return ResponseEntity.created(URI.create(list)).body(new PlotPartCreated(id));
    }

    private static ResponseEntity<Void> stored(long version) {
        return ResponseEntity.noContent().eTag(EntityTags.of(version)).build();
    }
}
