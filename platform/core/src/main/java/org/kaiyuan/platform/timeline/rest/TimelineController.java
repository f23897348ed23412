package org.kaiyuan.platform.timeline.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.timeline.Comment;
import org.kaiyuan.platform.timeline.CommentId;
import org.kaiyuan.platform.timeline.Commenting;
import org.kaiyuan.platform.timeline.Timeline;
import org.kaiyuan.platform.timeline.TimelineEntry;
import org.kaiyuan.platform.timeline.TimelinePermissions;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What happened to a record, and what is said about it. */
@RestController
@RequestMapping("/api/v1/timeline")
@PermitAll
class TimelineController {
    private final Timeline timeline;
    private final Commenting commenting;

    TimelineController(Timeline timeline, Commenting commenting) {
        this.timeline = timeline;
        this.commenting = commenting;
    }

    record CommentAnswer(
            UUID id,
            String subjectKind,
            UUID subjectId,
            String author,
            String authorName,
            @Nullable String text,
            List<Comment.Mention> mentions,
            Instant at,
            @Nullable Instant editedAt,
            @Nullable String removedBy) {
        static CommentAnswer of(Comment comment) {
            return new CommentAnswer(
                    comment.id().value(),
                    comment.record().kind(),
                    comment.record().id(),
                    comment.author(),
                    comment.authorName(),
                    comment.text(),
                    comment.mentions(),
                    comment.at(),
                    comment.editedAt(),
                    comment.removedBy());
        }
    }

    record CommentList(List<CommentAnswer> items, @Nullable String next) {}

    record CommentText(@Nullable String text) {}

    /** What a change did to one field; field is null where it is about none. */
    record ChangeAnswer(
            String act, @Nullable String field, @Nullable String before, @Nullable String after) {}

    record FileMention(UUID id, String name, String mediaType, long bytes, boolean removed) {}

    /** One of {@code comment}, {@code change} and {@code file} is there, as {@code kind} says. */
    record EntryAnswer(
            UUID id,
            Instant at,
            String kind,
            String actorName,
            @Nullable CommentAnswer comment,
            @Nullable ChangeAnswer change,
            @Nullable FileMention file) {
        static EntryAnswer of(TimelineEntry entry) {
            return switch (entry) {
                case TimelineEntry.Said(var said) ->
                        new EntryAnswer(
                                said.id().value(),
                                said.at(),
                                "COMMENT",
                                said.authorName(),
                                CommentAnswer.of(said),
                                null,
                                null);
                case TimelineEntry.Changed(var change) ->
                        new EntryAnswer(
                                change.id(),
                                change.at(),
                                "CHANGE",
                                change.actorName(),
                                null,
                                new ChangeAnswer(
                                        change.act(),
                                        change.field(),
                                        change.before(),
                                        change.after()),
                                null);
                case TimelineEntry.Attached(var file) ->
                        new EntryAnswer(
                                file.id().value(),
                                file.at(),
                                "FILE",
                                file.uploadedBy(),
                                null,
                                null,
                                new FileMention(
                                        file.id().value(),
                                        file.name(),
                                        file.mediaType(),
                                        file.bytes(),
                                        file.removed()));
            };
        }
    }

    record EntryList(List<EntryAnswer> items, @Nullable String next) {}

    @GetMapping
    EntryList timeline(
            @RequestParam String subjectKind,
            @RequestParam UUID subjectId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = timeline.of(new RecordRef(subjectKind, subjectId), cursor, limit);
        return new EntryList(page.items().stream().map(EntryAnswer::of).toList(), page.next());
    }

    @GetMapping("/comments")
    CommentList comments(
            @RequestParam String subjectKind,
            @RequestParam UUID subjectId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = commenting.of(new RecordRef(subjectKind, subjectId), cursor, limit);
        return new CommentList(page.items().stream().map(CommentAnswer::of).toList(), page.next());
    }

    @RolesAllowed(TimelinePermissions.COMMENT)
    @PostMapping("/comments")
    ResponseEntity<CommentAnswer> comment(
            @RequestParam String subjectKind,
            @RequestParam UUID subjectId,
            @RequestBody CommentText body) {
        var comment =
                commenting.comment(
                        new RecordRef(subjectKind, subjectId),
                        body.text() == null ? "" : body.text());
        return ResponseEntity.created(URI.create("/api/v1/timeline/comments/" + comment.id()))
                .body(CommentAnswer.of(comment));
    }

    @GetMapping("/comments/{id}")
    CommentAnswer find(@PathVariable UUID id) {
        return CommentAnswer.of(commenting.find(new CommentId(id)));
    }

    @RolesAllowed(TimelinePermissions.COMMENT)
    @PutMapping("/comments/{id}")
    CommentAnswer edit(@PathVariable UUID id, @RequestBody CommentText body) {
        return CommentAnswer.of(
                commenting.edit(new CommentId(id), body.text() == null ? "" : body.text()));
    }

    @DeleteMapping("/comments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        commenting.remove(new CommentId(id));
    }
}
