package org.kaiyuan.services;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.WhoDecides;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.services.domain.NoteCheck;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing services: a draft, checked and published as an edition that never changes. */
@Service
@Transactional
@PreAuthorize("hasRole('" + ServicesPermissions.EDIT + "')")
public class ServiceKeeping {
    /** What the history calls a service, and what its samples hang on. */
    public static final String SUBJECT = "services.service";

    private static final int LONGEST_CODE = 60;
    private static final String NUMBERED = "FW";

    private final JdbcTemplate jdbc;
    private final WhoDecides decides;
    private final Attachments attachments;
    private final ServiceHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ServiceKeeping(
            JdbcTemplate jdbc,
            WhoDecides decides,
            Attachments attachments,
            ServiceHistory history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.decides = decides;
        this.attachments = attachments;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    private record Kept(
            ServiceTrack track,
            ServiceState state,
            String title,
            @Nullable Integer edition,
            @Nullable ServiceNote draft,
            long version) {
        ServiceNote written() {
            if (draft == null) {
                throw new ServiceRefused("services.refusal.noDraft");
            }
            return draft;
        }
    }

    /**
     * A new service as a draft.
     *
     * @param code null for the next free one
     * @param matter of the catalogue of powers; wanted for STATUTORY, refused for the others
     * @throws ServiceRefused when the code is another's
     */
    public ServiceId begin(
            @Nullable String code,
            ServiceTrack track,
            @Nullable MatterId matter,
            ServiceNote note) {
        var faults = new ArrayList<FieldFault>();
        var wanted = code == null ? "" : ChineseText.storable(code).strip();
        ServicesFieldsRefused.longer(faults, "code", wanted, LONGEST_CODE);
        matter(faults, track, matter);
        writable(faults, note);
        ServicesFieldsRefused.refuse(faults);
        var id = ServiceId.next();
        var taken = wanted.isEmpty() ? next() : wanted;
        try {
            jdbc.update(
                    """
                    insert into services.service (tenant_id, id, code, track, state, matter_id, title, topics, draft, draft_name,
                        updated_at)
                    values (?, ?, ?, ?, 'DRAFT', ?, ?, ?, ?::jsonb, ?, ?)\
                    """,
                    CurrentTenant.get().value(),
                    id.value(),
                    taken,
                    track.name(),
                    matter == null ? null : matter.value(),
                    title(note),
                    topics(note),
                    ServiceJson.write(note),
                    ChangeHistory.actorName(),
                    Timestamp.from(clock.instant()));
        } catch (DuplicateKeyException e) {
            throw new ServiceRefused("services.refusal.codeTaken", taken);
        }
        history.acted(
                id,
                "begun",
                new FieldChange("title", null, title(note)),
                new FieldChange("code", null, taken));
        return id;
    }

    /** The one after the highest that was numbered; whoever numbers waits for who numbers. */
    private String next() {
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended('services.code', ?))",
                row -> {},
                CurrentTenant.get().value());
        var last =
                jdbc.queryForObject(
                        """
                        select coalesce(max(substr(code, 3)::int), 0) from services.service
                        where code >= 'FW' and code < 'FX' and code ~ '^FW[0-9]{4,8}$'\
                        """,
                        Integer.class);
        return NUMBERED + "%04d".formatted((last == null ? 0 : last) + 1);
    }

    private void matter(List<FieldFault> faults, ServiceTrack track, @Nullable MatterId matter) {
        if (track == ServiceTrack.STATUTORY && matter == null) {
            faults.add(new FieldFault("matter", "services.rule.matterWanted", List.of()));
        } else if (track != ServiceTrack.STATUTORY && matter != null) {
            faults.add(new FieldFault("matter", "services.rule.matterNotHere", List.of()));
        } else if (matter != null && !isThere(matter)) {
            faults.add(new FieldFault("matter", "services.rule.matterUnknown", List.of()));
        }
    }

    private boolean isThere(MatterId matter) {
        return SystemActing.<Boolean>inTenant(
                CurrentTenant.get(),
                () -> decides.here(List.of(matter), LocalDate.now(clock)).containsKey(matter));
    }

    /** What even a draft must be, so that it can be kept and found. */
    private static void writable(List<FieldFault> faults, ServiceNote note) {
        if (title(note).isEmpty()) {
            faults.add(new FieldFault("guide.title", "services.rule.required", List.of()));
        }
        ServicesFieldsRefused.longer(faults, "guide.title", note.title(), NoteCheck.LONGEST_TITLE);
        if (ServiceJson.write(note).length() > 1_000_000) {
            faults.add(new FieldFault("form", "services.rule.tooMuch", List.of()));
        }
    }

    private static String title(ServiceNote note) {
        return ChineseText.storable(note.title()).strip();
    }

    private static String[] topics(ServiceNote note) {
        return note.topics().stream()
                .map(topic -> ChineseText.cut(ChineseText.storable(topic).strip(), 100))
                .filter(topic -> !topic.isEmpty())
                .distinct()
                .limit(20)
                .toArray(String[]::new);
    }

    /**
     * Writes the draft; a draft may have faults, {@link #faults} says them.
     *
     * @return the new version
     */
    public long write(ServiceId id, ServiceNote note, long basedOn) {
        var kept = hold(id, basedOn);
        var faults = new ArrayList<FieldFault>();
        writable(faults, note);
        ServicesFieldsRefused.refuse(faults);
        jdbc.update(
                """
                update services.service set draft = ?::jsonb, draft_name = ?,
                    title = case when edition is null then ? else title end,
                    topics = case when edition is null then ? else topics end,
                    version = version + 1, updated_at = ?
                where id = ?\
                """,
                ServiceJson.write(note),
                ChangeHistory.actorName(),
                title(note),
                topics(note),
                Timestamp.from(clock.instant()),
                id.value());
        history.drafted(
                id,
                kept.draft() == null && kept.edition() != null
                        ? edition(id, kept.edition())
                        : kept.draft(),
                note);
        return kept.version() + 1;
    }

    /** The draft is thrown away; a service that was never published is gone with it. */
    public void dropDraft(ServiceId id, long basedOn) {
        var kept = hold(id, basedOn);
        kept.written();
        if (kept.edition() == null) {
            jdbc.update("delete from services.service where id = ?", id.value());
            SystemActing.inTenant(
                    CurrentTenant.get(),
                    () -> {
                        attachments.removeAll(new RecordRef(SUBJECT, id.value()));
                        return id;
                    });
        } else {
            jdbc.update(
                    """
                    update services.service set draft = null, draft_name = null, version = version + 1, updated_at = ?
                    where id = ?\
                    """,
                    Timestamp.from(clock.instant()),
                    id.value());
        }
        history.acted(id, "discarded", new FieldChange("title", kept.title(), null));
    }

    /** All that hinders publishing. */
    @Transactional(readOnly = true)
    public List<FieldFault> faults(ServiceTrack track, ServiceNote note) {
        return all(track, note);
    }

    private List<FieldFault> all(ServiceTrack track, ServiceNote note) {
        var faults = new ArrayList<>(NoteCheck.faults(track, note));
        if (track == ServiceTrack.BUNDLE && note.parts().size() <= NoteCheck.MOST_PARTS) {
            faults.addAll(parts(note.parts()));
        }
        return faults;
    }

    private List<FieldFault> parts(List<ServiceId> parts) {
        Map<UUID, ServiceTrack> open =
                jdbc
                        .query(
                                "select id, track from services.service where state = 'OPEN' and id = any (?)",
                                (row, n) ->
                                        Map.entry(
                                                row.getObject(1, UUID.class),
                                                ServiceTrack.valueOf(row.getString(2))),
                                (Object) values(parts))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var faults = new ArrayList<FieldFault>();
        for (int i = 0; i < parts.size(); i++) {
            var track = open.get(parts.get(i).value());
            var field = "parts[" + i + "]";
            if (track == null) {
                faults.add(new FieldFault(field, "services.rule.partNotOpen", List.of()));
            } else if (track == ServiceTrack.BUNDLE || track == ServiceTrack.TICKET) {
                faults.add(new FieldFault(field, "services.rule.partOfOtherKind", List.of(track)));
            }
        }
        return faults;
    }

    private static UUID[] values(List<ServiceId> ids) {
        return ids.stream().map(ServiceId::value).toArray(UUID[]::new);
    }

    /**
     * Publishes the draft.
     *
     * @return the edition's number
     * @throws ServicesFieldsRefused with all that hinders it
     */
    public int publish(ServiceId id, long basedOn) {
        var kept = hold(id, basedOn);
        var note = kept.written();
        // who closes a part waits, and then finds that it is one
        jdbc.query(
                "select id from services.service where id = any (?) order by id for share",
                row -> {},
                (Object) values(note.parts()));
        ServicesFieldsRefused.refuse(all(kept.track(), note));
        var now = Timestamp.from(clock.instant());
        int number = (kept.edition() == null ? 0 : kept.edition()) + 1;
        jdbc.update(
                """
                insert into services.edition (tenant_id, service_id, number, note, published_at, published_by, published_name)
                values (?, ?, ?, ?::jsonb, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                id.value(),
                number,
                ServiceJson.write(note),
                now,
                ChangeHistory.actor(),
                ChangeHistory.actorName());
        jdbc.update(
                """
                update services.service set edition = ?, title = ?, topics = ?, draft = null, draft_name = null,
                    state = case when state = 'DRAFT' then 'OPEN' else state end, version = version + 1, updated_at = ?
                where id = ?\
                """,
                number,
                title(note),
                topics(note),
                now,
                id.value());
        history.acted(id, "published", new FieldChange("edition", null, Integer.toString(number)));
        announce(id, number, kept.state() != ServiceState.CLOSED);
        return number;
    }

    /** Nobody can ask for it any more; running cases go on. */
    public void close(ServiceId id, long basedOn) {
        var kept = hold(id, basedOn);
        if (kept.state() != ServiceState.OPEN) {
            throw new ServiceRefused("services.refusal.notOpen");
        }
        var bundles =
                jdbc.queryForList(
                        """
                        select s.title from services.service s
                        join services.edition e
                          on e.tenant_id = s.tenant_id and e.service_id = s.id and e.number = s.edition
                        where s.track = 'BUNDLE' and s.state = 'OPEN'
                          and e.note -> 'parts' @> jsonb_build_array(jsonb_build_object('value', ?::text))
                        order by s.title limit 3\
                        """,
                        String.class,
                        id.toString());
        if (!bundles.isEmpty()) {
            throw new ServiceRefused("services.refusal.partOfBundle", String.join("、", bundles));
        }
        state(id, kept, ServiceState.CLOSED, "closed");
    }

    public void reopen(ServiceId id, long basedOn) {
        var kept = hold(id, basedOn);
        if (kept.state() != ServiceState.CLOSED || kept.edition() == null) {
            throw new ServiceRefused("services.refusal.notClosed");
        }
        if (kept.track() == ServiceTrack.BUNDLE) {
            ServicesFieldsRefused.refuse(parts(edition(id, kept.edition()).parts()));
        }
        state(id, kept, ServiceState.OPEN, "reopened");
    }

    private void state(ServiceId id, Kept kept, ServiceState now, String act) {
        jdbc.update(
                "update services.service set state = ?, version = version + 1, updated_at = ? where id = ?",
                now.name(),
                Timestamp.from(clock.instant()),
                id.value());
        history.acted(id, act);
        announce(id, kept.edition() == null ? 0 : kept.edition(), now == ServiceState.OPEN);
    }

    private void announce(ServiceId id, int number, boolean open) {
        events.publishEvent(new ServicePublished(CurrentTenant.get(), id.value(), number, open));
    }

    private ServiceNote edition(ServiceId id, int number) {
        return jdbc.query(
                        "select note from services.edition where service_id = ? and number = ?",
                        (row, n) -> ServiceJson.note(row.getString(1)),
                        id.value(),
                        number)
                .getFirst();
    }

    /** @throws ServicesChangedMeanwhile when it is not any more what was seen */
    private Kept hold(ServiceId id, long basedOn) {
        var kept =
                jdbc
                        .query(
                                """
                                select track, state, title, edition, draft, version from services.service
                                where id = ? for update\
                                """,
                                (row, n) -> {
                                    var draft = row.getString(5);
                                    return new Kept(
                                            ServiceTrack.valueOf(row.getString(1)),
                                            ServiceState.valueOf(row.getString(2)),
                                            row.getString(3),
                                            row.getObject(4, Integer.class),
                                            draft == null ? null : ServiceJson.note(draft),
                                            row.getLong(6));
                                },
                                id.value())
                        .stream()
                        .findFirst()
                        .orElseThrow(UnknownService::new);
        if (kept.version() != basedOn) {
            throw history.changedMeanwhile(id, kept.version(), basedOn);
        }
        return kept;
    }
}
