package org.kaiyuan.services;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reading services and their editions inside the transaction of a use case; whoever asks has asked for permission. */
@Component
class ServiceStore {
    /** Editions kept in memory, of all zones together. */
    private static final int KEPT = 1000;

    private final JdbcTemplate jdbc;

    /** An edition never changes once it is published, so there is nothing to be forgotten. */
    private final Map<Key, ServiceNote> kept =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, ServiceNote> eldest) {
                    return size() > KEPT;
                }
            };

    ServiceStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody gets what another zone has read. */
    private record Key(TenantId zone, ServiceId service, int edition) {}

    private record Head(
            ServiceId id, String code, ServiceTrack track, @Nullable MatterId matter, int edition) {
        Key key() {
            return new Key(CurrentTenant.get(), id, edition);
        }
    }

    /** A service that can be asked for, with the edition that counts. */
    record Current(
            ServiceId id,
            String code,
            ServiceTrack track,
            @Nullable MatterId matter,
            int edition,
            ServiceNote note) {
        String title() {
            return note.title();
        }
    }

    /** @throws UnknownService when there is none, or none that can be asked for */
    Current current(ServiceId id) {
        return current(List.of(id)).stream().findFirst().orElseThrow(UnknownService::new);
    }

    /** Those that can be asked for, in the order of the ids; not a query for each. */
    List<Current> current(Collection<ServiceId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<ServiceId, Head> heads = new HashMap<>();
        jdbc.query(
                "select id, code, track, matter_id, edition from services.service where state = 'OPEN' and id = any (?)",
                row -> {
                    var id = new ServiceId(row.getObject(1, UUID.class));
                    var matter = row.getObject(4, UUID.class);
                    heads.put(
                            id,
                            new Head(
                                    id,
                                    row.getString(2),
                                    ServiceTrack.valueOf(row.getString(3)),
                                    matter == null ? null : new MatterId(matter),
                                    row.getInt(5)));
                },
                (Object) ids.stream().map(ServiceId::value).toArray(UUID[]::new));
        var notes = notes(heads.values().stream().map(Head::key).toList());
        return ids.stream()
                .distinct()
                .map(heads::get)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .map(head ->
                        new Current(
                                head.id(),
                                head.code(),
                                head.track(),
                                head.matter(),
                                head.edition(),
                                Objects.requireNonNull(notes.get(head.key()))))
                .toList();
    }

    /**
     * What an edition says, also of a service that is closed meanwhile.
     *
     * @throws UnknownService when there is no such edition
     */
    ServiceNote note(ServiceId id, int edition) {
        var key = new Key(CurrentTenant.get(), id, edition);
        var found = notes(List.of(key)).get(key);
        if (found == null) {
            throw new UnknownService();
        }
        return found;
    }

    private Map<Key, ServiceNote> notes(Collection<Key> keys) {
        Map<Key, ServiceNote> notes = new HashMap<>();
        var wanted = new ArrayList<Key>();
        synchronized (kept) {
            for (var key : keys) {
                var one = kept.get(key);
                if (one == null) {
                    wanted.add(key);
                } else {
                    notes.put(key, one);
                }
            }
        }
        if (wanted.isEmpty()) {
            return notes;
        }
        Map<Key, ServiceNote> read = new HashMap<>();
        jdbc.query(
                """
                select e.service_id, e.number, e.note from unnest(?::uuid[], ?::int[]) w (id, number)
                join services.edition e on e.service_id = w.id and e.number = w.number\
                """,
                row -> {
                    read.put(
                            new Key(
                                    CurrentTenant.get(),
                                    new ServiceId(row.getObject(1, UUID.class)),
                                    row.getInt(2)),
                            ServiceJson.note(row.getString(3)));
                },
                wanted.stream().map(key -> key.service().value()).toArray(UUID[]::new),
                wanted.stream().map(Key::edition).toArray(Integer[]::new));
        synchronized (kept) {
            kept.putAll(read);
        }
        notes.putAll(read);
        return notes;
    }
}
