package org.kaiyuan.platform.records;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every kind of record there is, and whether whoever acts may read or change one. */
@Component
public class RecordKinds {
    private final Map<String, RecordKind> kinds;

    RecordKinds(ObjectProvider<RecordKind> ofModules) {
        kinds = ofModules.stream().collect(Collectors.toMap(RecordKind::kind, Function.identity()));
    }

    /** @throws UnknownRecord when there is no such record that whoever acts may see */
    public RecordKind readable(RecordRef record) {
        var kind = kinds.get(record.kind());
        if (kind == null || !kind.mayRead(record.id())) {
            throw new UnknownRecord();
        }
        return kind;
    }

    /**
     * As {@link #readable}, for comments and history.
     *
     * @throws UnknownRecord when there is no such record of which whoever acts may see them
     */
    public RecordKind discussable(RecordRef record) {
        var kind = readable(record);
        if (!kind.mayDiscuss(record.id())) {
            throw new UnknownRecord();
        }
        return kind;
    }

    /**
     * @throws UnknownRecord when there is no such record that whoever acts may see
     * @throws RecordChangeRefused when they may only read it
     */
    public RecordKind changeable(RecordRef record) {
        var kind = readable(record);
        if (!kind.mayChange(record.id())) {
            throw new RecordChangeRefused(kind.title(record.id()));
        }
        return kind;
    }

    /**
     * Keeps a record, of which {@link #readable} or {@link #changeable} was asked, until the transaction ends.
     *
     * @throws UnknownRecord when it has gone since
     */
    public void hold(RecordRef record) {
        var kind = kinds.get(record.kind());
        if (kind == null || !kind.hold(record.id())) {
            throw new UnknownRecord();
        }
    }

    /** Whether they may change it; for showing or hiding, since the use case itself checks. */
    public boolean mayChange(RecordRef record) {
        var kind = kinds.get(record.kind());
        return kind != null && kind.mayRead(record.id()) && kind.mayChange(record.id());
    }
}
