package org.kaiyuan.enterprises.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ContactLine;
import org.kaiyuan.enterprises.ContactUnmasking;
import org.kaiyuan.enterprises.CursorRefused;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseMerge;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.enterprises.MergedAway;
import org.kaiyuan.enterprises.NoteLine;
import org.kaiyuan.enterprises.NoteTaking;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.ChangePlace;
import org.kaiyuan.platform.rest.NeverKept;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What can be done with one record besides changing it: its history, notes, contacts, merging. */
@RestController
@RequestMapping("/api/v1/enterprises/{id}")
class EnterpriseRecordController {
    private final EnterpriseDirectory directory;
    private final NoteTaking notes;
    private final ContactUnmasking unmasking;
    private final EnterpriseMerge merge;

    EnterpriseRecordController(
            EnterpriseDirectory directory,
            NoteTaking notes,
            ContactUnmasking unmasking,
            EnterpriseMerge merge) {
        this.directory = directory;
        this.notes = notes;
        this.unmasking = unmasking;
        this.merge = merge;
    }

    record NoteBody(@Nullable String text) {}

    record PurposeBody(@Nullable String purpose) {}

    /** @param fromOther fields whose value is the other's; all others stay */
    record MergeBody(
            @JsonProperty(required = true) UUID other,
            @JsonProperty(required = true) long version,
            @JsonProperty(required = true) long otherVersion,
            @Nullable Set<String> fromOther) {}

    /** @param mergedFrom the record that the line is about, where that was merged into this one */
    record HistoryLine(
            Instant at,
            String actor,
            String actorName,
            String act,
            @Nullable String field,
            @Nullable String before,
            @Nullable String after,
            @Nullable MergedFrom mergedFrom) {

        static HistoryLine of(ChangeEntry line, Map<UUID, MergedAway> gone) {
            return new HistoryLine(
                    line.at(),
                    line.actor(),
                    line.actorName(),
                    line.act(),
                    line.field(),
                    line.before(),
                    line.after(),
                    MergedFrom.of(gone.get(line.subject())));
        }
    }

    record MergedFrom(UUID id, String name, @Nullable String creditCode) {
        static @Nullable MergedFrom of(@Nullable MergedAway gone) {
            return gone == null
                    ? null
                    : new MergedFrom(gone.id().value(), gone.name(), gone.creditCode());
        }
    }

    record HistoryPage(List<HistoryLine> items, @Nullable String next) {}

    record NewestNotes(List<NoteLine> items) {}

    @RolesAllowed(EnterprisePermissions.READ)
    @GetMapping("/history")
    HistoryPage history(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, ChangeHistory.MOST);
        var enterprise = new EnterpriseId(id);
        var lines = directory.history(enterprise, place(cursor), most);
        var gone =
                directory.mergedAway(enterprise).stream()
                        .collect(Collectors.toMap(m -> m.id().value(), Function.identity()));
        return new HistoryPage(
                lines.stream().map(line -> HistoryLine.of(line, gone)).toList(),
                lines.size() < most ? null : lines.getLast().place().text());
    }

    private static @Nullable ChangePlace place(@Nullable String cursor) {
        try {
            return cursor == null ? null : ChangePlace.read(cursor);
        } catch (IllegalArgumentException malformed) {
            throw new CursorRefused();
        }
    }

    @RolesAllowed(EnterprisePermissions.READ)
    @GetMapping("/notes")
    NewestNotes notes(@PathVariable UUID id) {
        return new NewestNotes(notes.of(new EnterpriseId(id), null, 200));
    }

    @RolesAllowed(EnterprisePermissions.WRITE)
    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    NoteLine note(@PathVariable UUID id, @RequestBody NoteBody body) {
        return notes.take(new EnterpriseId(id), body.text() == null ? "" : body.text());
    }

    /** Shows a contact whole; who asked and what for is recorded. */
    @NeverKept
    @RolesAllowed(EnterprisePermissions.UNMASK)
    @PostMapping("/contacts/{contact}/unmask")
    ContactLine unmask(
            @PathVariable UUID id, @PathVariable UUID contact, @RequestBody PurposeBody body) {
        return unmasking.unmask(
                new EnterpriseId(id), contact, body.purpose() == null ? "" : body.purpose());
    }

    /** Merges the other into this one; the other's id answers with this record from then on. */
    @RolesAllowed({EnterprisePermissions.MERGE, EnterprisePermissions.READ})
    @PostMapping("/merge")
    EnterpriseAnswer merge(@PathVariable UUID id, @RequestBody MergeBody body) {
        var survivor = new EnterpriseId(id);
        merge.merge(
                survivor,
                body.version(),
                new EnterpriseId(body.other()),
                body.otherVersion(),
                body.fromOther() == null ? Set.of() : body.fromOther());
        return EnterpriseAnswer.of(directory.details(survivor));
    }
}
