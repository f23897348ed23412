package org.kaiyuan.services;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.services.ServiceWhole.Component;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads services with the parts of bundles; whoever asks has asked for permission. */
@org.springframework.stereotype.Component
class WholeServices {
    private final ServiceStore store;
    private final JdbcTemplate jdbc;

    WholeServices(ServiceStore store, JdbcTemplate jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    /**
     * A service that is, or was, asked for.
     *
     * @param edition that counts
     */
    record Asked(
            ServiceId id,
            String code,
            ServiceTrack track,
            @Nullable MatterId matter,
            ServiceState state,
            int edition,
            ServiceWhole whole) {
        boolean isOpen() {
            return state == ServiceState.OPEN;
        }

        /** @throws ServiceRefused when nobody can ask for it, or for a part of it, any more */
        void refuseClosed() {
            if (!isOpen() || whole.parts().size() < whole.note().parts().size()) {
                throw new ServiceRefused("services.refusal.closed", whole.note().title());
            }
        }
    }

    private record Head(
            String code,
            ServiceTrack track,
            @Nullable UUID matter,
            ServiceState state,
            int edition) {}

    /**
     * By the edition that counts.
     *
     * @throws UnknownService when there is none that was ever published
     */
    Asked asked(ServiceId id) {
        return asked(id, null);
    }

    /**
     * By the edition that counts while it is open, by that of the draft once it was closed.
     *
     * @throws UnknownService when there is none that was ever published
     */
    Asked asked(ServiceId id, @Nullable Integer editionOnceClosed) {
        var head =
                jdbc
                        .query(
                                "select code, track, matter_id, state, edition from services.service where id = ? and edition is not null",
                                (row, n) ->
                                        new Head(
                                                row.getString(1),
                                                ServiceTrack.valueOf(row.getString(2)),
                                                row.getObject(3, UUID.class),
                                                ServiceState.valueOf(row.getString(4)),
                                                row.getInt(5)),
                                id.value())
                        .stream()
                        .findFirst()
                        .orElseThrow(UnknownService::new);
        int edition =
                head.state() == ServiceState.OPEN || editionOnceClosed == null
                        ? head.edition()
                        : editionOnceClosed;
        var note = store.note(id, edition);
        return new Asked(
                id,
                head.code(),
                head.track(),
                head.matter() == null ? null : new MatterId(head.matter()),
                head.state(),
                edition,
                ServiceWhole.of(
                        note,
                        store.current(note.parts()).stream()
                                .map(one ->
                                        new Component(
                                                one.id(),
                                                one.track(),
                                                one.matter(),
                                                one.edition(),
                                                one.note()))
                                .toList()));
    }

    /**
     * A service as a case began with it.
     *
     * @param parts the cases of a bundle, in their order: service and edition
     */
    ServiceNote ofCase(ServiceId id, int edition, List<Map.Entry<ServiceId, Integer>> parts) {
        var note = store.note(id, edition);
        if (parts.isEmpty()) {
            return note;
        }
        Map<ServiceId, ServiceNote> notes =
                jdbc
                        .query(
                                """
                                select e.service_id, e.note from unnest(?::uuid[], ?::int[]) w (id, number)
                                join services.edition e on e.service_id = w.id and e.number = w.number\
                                """,
                                (row, n) ->
                                        Map.entry(
                                                new ServiceId(row.getObject(1, UUID.class)),
                                                ServiceJson.note(row.getString(2))),
                                parts.stream()
                                        .map(one -> one.getKey().value())
                                        .toArray(UUID[]::new),
                                parts.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return ServiceWhole.of(
                        note,
                        parts.stream()
                                .filter(one -> notes.containsKey(one.getKey()))
                                .map(one ->
                                        new Component(
                                                one.getKey(),
                                                // of no use for reading its materials
                                                ServiceTrack.PARK,
                                                null,
                                                one.getValue(),
                                                notes.getOrDefault(one.getKey(), note)))
                                .toList())
                .note();
    }
}
