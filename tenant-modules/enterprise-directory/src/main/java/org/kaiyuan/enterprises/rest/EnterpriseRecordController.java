package org.kaiyuan.enterprises.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ContactLine;
import org.kaiyuan.enterprises.ContactUnmasking;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseMerge;
import org.kaiyuan.enterprises.NoteLine;
import org.kaiyuan.enterprises.NoteTaking;
import org.kaiyuan.platform.rest.NeverKept;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What can be done with one record besides changing it: notes, contacts, merging. */
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

    record NewestNotes(List<NoteLine> items) {}

    @GetMapping("/notes")
    NewestNotes notes(@PathVariable UUID id) {
        return new NewestNotes(notes.of(new EnterpriseId(id), null, 200));
    }

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    NoteLine note(@PathVariable UUID id, @RequestBody NoteBody body) {
        return notes.take(new EnterpriseId(id), body.text() == null ? "" : body.text());
    }

    /** Shows a contact whole; who asked and what for is recorded. */
    @NeverKept
    @PostMapping("/contacts/{contact}/unmask")
    ContactLine unmask(
            @PathVariable UUID id, @PathVariable UUID contact, @RequestBody PurposeBody body) {
        return unmasking.unmask(
                new EnterpriseId(id), contact, body.purpose() == null ? "" : body.purpose());
    }

    /** Merges the other into this one; the other's id answers with this record from then on. */
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
