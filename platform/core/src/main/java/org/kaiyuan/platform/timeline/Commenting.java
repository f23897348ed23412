package org.kaiyuan.platform.timeline;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.access.ZonePeople.Colleague;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.platform.records.RecordKind;
import org.kaiyuan.platform.records.RecordKinds;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.records.UnknownRecord;
import org.kaiyuan.platform.refusal.Refusal.Kind;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saying something about a record that one may read. Who is named with @, and may read the record, is told.
 */
@Service
@Transactional
public class Commenting {
    /** Characters of the longest comment. */
    public static final int LONGEST = 2000;

    /** How long one's own comment may be edited. */
    public static final Duration EDITABLE = Duration.ofMinutes(15);

    /** The largest page. */
    public static final int MOST = 200;

    private static final int MOST_MENTIONS = 20;
    private static final int EXCERPT = 60;

    private final RecordKinds records;
    private final CommentTable table;
    private final ZonePeople people;
    private final CurrentPerson person;
    private final Notices notices;
    private final Clock clock;

    Commenting(
            RecordKinds records,
            CommentTable table,
            ZonePeople people,
            CurrentPerson person,
            Notices notices,
            Clock clock) {
        this.records = records;
        this.table = table;
        this.people = people;
        this.person = person;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * @throws UnknownRecord when there is no such record that whoever acts may see
     * @throws CommentRefused when the text is blank, too long, or names too many
     */
    @PreAuthorize("hasRole('" + TimelinePermissions.COMMENT + "')")
    public Comment comment(RecordRef record, String text) {
        var kind = records.discussable(record);
        var tidy = tidy(text);
        records.hold(record);
        var named = named(tidy, kind);
        var comment =
                new Comment(
                        CommentId.next(),
                        record,
                        ChangeHistory.actor(),
                        ChangeHistory.actorName(),
                        tidy,
                        mentions(named),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        null,
                        null);
        table.add(comment, tidy);
        tell(named, Set.of(), comment, kind);
        return comment;
    }

    /**
     * Who is named only now is told now.
     *
     * @throws UnknownComment when there is no such comment that whoever acts may see
     * @throws CommentRefused when it is somebody else's, older than {@link #EDITABLE}, or the text cannot be
     */
    @PreAuthorize("hasRole('" + TimelinePermissions.COMMENT + "')")
    public Comment edit(CommentId id, String text) {
        var comment = standing(id);
        var kind = records.discussable(comment.record());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!comment.author().equals(person.username())
                || now.isAfter(comment.at().plus(EDITABLE))) {
            throw new CommentRefused(Kind.FORBIDDEN, "timeline.refusal.edit", EDITABLE.toMinutes());
        }
        var tidy = tidy(text);
        var named = named(tidy, kind);
        table.edit(id, tidy, mentions(named), now);
        var edited =
                new Comment(
                        id,
                        comment.record(),
                        comment.author(),
                        comment.authorName(),
                        tidy,
                        mentions(named),
                        comment.at(),
                        now,
                        null);
        tell(
                named,
                comment.mentions().stream()
                        .map(Comment.Mention::username)
                        .collect(Collectors.toSet()),
                edited,
                kind);
        return edited;
    }

    /**
     * One's own at any time, others' by who may moderate. That there was one stays.
     *
     * @throws UnknownComment when there is no such comment that whoever acts may see
     * @throws CommentRefused when it is somebody else's
     */
    @PreAuthorize(
            "hasAnyRole('"
                    + TimelinePermissions.COMMENT
                    + "', '"
                    + TimelinePermissions.MODERATE
                    + "')")
    public void remove(CommentId id) {
        var comment = standing(id);
        if (!mayRemove(comment)) {
            throw new CommentRefused(Kind.FORBIDDEN, "timeline.refusal.remove");
        }
        table.remove(
                id,
                ChangeHistory.actor(),
                ChangeHistory.actorName(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** @throws UnknownComment when there is no such comment that whoever acts may see */
    @PreAuthorize("isAuthenticated()")
    public Comment find(CommentId id) {
        return readable(id);
    }

    /**
     * The newest first.
     *
     * @param after {@link CommentPage#next()} of the page before; null for the first
     * @param limit at most {@link #MOST}
     * @throws UnknownRecord when there is no such record that whoever acts may see
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public CommentPage of(RecordRef record, @Nullable String after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        records.discussable(record);
        var comments = table.of(record, Moment.parse(after), most + 1);
        return comments.size() <= most
                ? new CommentPage(comments, null)
                : new CommentPage(
                        List.copyOf(comments.subList(0, most)),
                        comments.get(most - 1).moment().cursor());
    }

    /** Colleagues who may be named here: they may read the record. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + TimelinePermissions.COMMENT + "')")
    public List<Comment.Mention> colleagues(RecordRef record, String typed, int limit) {
        var kind = records.discussable(record);
        return people.find(typed, limit).stream()
                .filter(one -> mayRead(one, kind))
                .map(one -> new Comment.Mention(one.username(), one.displayName()))
                .toList();
    }

    /** For showing or hiding; {@link #comment} itself checks. */
    public boolean mayComment() {
        return person.may(TimelinePermissions.COMMENT);
    }

    /** For showing or hiding; {@link #edit} itself checks. */
    public boolean mayEdit(Comment comment) {
        return comment.text() != null
                && person.may(TimelinePermissions.COMMENT)
                && comment.author().equals(person.username())
                && clock.instant().isBefore(comment.at().plus(EDITABLE));
    }

    /** For showing or hiding; {@link #remove} itself checks. */
    public boolean mayRemove(Comment comment) {
        return comment.text() != null
                && !comment.author().isEmpty()
                && (person.may(TimelinePermissions.MODERATE)
                        || person.may(TimelinePermissions.COMMENT)
                                && comment.author().equals(person.username()));
    }

    /** What was said about the one is said about the other from now on; for reactions. */
    @PreAuthorize("hasRole('SYSTEM')")
    public void move(RecordRef from, RecordRef to) {
        table.move(from, to);
    }

    /** The record is gone, and what was said about it with it; for reactions. */
    @PreAuthorize("hasRole('SYSTEM')")
    public void removeAll(RecordRef record) {
        table.removeAll(
                record,
                ChangeHistory.actor(),
                ChangeHistory.actorName(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private Comment standing(CommentId id) {
        var comment = readable(id);
        if (comment.text() == null) {
            throw new UnknownComment();
        }
        return comment;
    }

    private Comment readable(CommentId id) {
        var comment = table.find(id).orElseThrow(UnknownComment::new);
        try {
            records.discussable(comment.record());
        } catch (UnknownRecord hidden) {
            throw new UnknownComment();
        }
        return comment;
    }

    private static String tidy(String text) {
        var tidy = text.strip().replace("\u0000", "");
        if (tidy.isEmpty() || tidy.length() > LONGEST) {
            throw new CommentRefused(Kind.INVALID, "timeline.refusal.text", LONGEST);
        }
        return tidy;
    }

    /** Of those named with @, who is of the zone and may read the record. */
    private List<Colleague> named(String text, RecordKind kind) {
        var usernames = Mentions.in(text);
        if (usernames.size() > MOST_MENTIONS) {
            throw new CommentRefused(Kind.INVALID, "timeline.refusal.mentions", MOST_MENTIONS);
        }
        return usernames.isEmpty()
                ? List.of()
                : people.of(usernames).stream().filter(one -> mayRead(one, kind)).toList();
    }

    private static boolean mayRead(Colleague colleague, RecordKind kind) {
        return colleague.permissions().stream().anyMatch(kind.readableWith()::contains);
    }

    private static List<Comment.Mention> mentions(List<Colleague> named) {
        return named.stream()
                .map(one -> new Comment.Mention(one.username(), one.displayName()))
                .toList();
    }

    private void tell(
            List<Colleague> named,
            Collection<String> toldBefore,
            Comment comment,
            RecordKind kind) {
        var told = new HashSet<>(toldBefore);
        told.add(comment.author());
        var text = String.valueOf(comment.text());
        var excerpt =
                text.length() <= EXCERPT
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, EXCERPT / 2)) + "…";
        named.stream()
                .filter(one -> told.add(one.username()))
                .forEach(one ->
                        notices.tell(
                                one.username(),
                                "timeline.notice.mentioned",
                                List.of(
                                        comment.authorName(),
                                        kind.title(comment.record().id()),
                                        excerpt.replace('\n', ' ')),
                                kind.link(comment.record().id())));
    }
}
