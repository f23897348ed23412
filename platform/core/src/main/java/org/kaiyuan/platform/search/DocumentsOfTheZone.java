package org.kaiyuan.platform.search;

import java.util.List;
import java.util.Map;
import org.kaiyuan.platform.tenancy.TenantHolding;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The current zone's documents in the indexes. They are made from rows, so an export leaves them out. */
@Component
class DocumentsOfTheZone implements TenantHolding {
    private static final int AT_ONCE = 500;

    private final SearchDoor door;
    private final ObjectProvider<IndexSource> sources;

    DocumentsOfTheZone(SearchDoor door, ObjectProvider<IndexSource> sources) {
        this.door = door;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "search-documents";
    }

    /** @throws SearchUnavailable when Elasticsearch does not answer: it is done again later */
    @Override
    public long remove() {
        var removed = new long[1];
        for (var source : sources) {
            var index = source.index();
            door.refresh(index);
            door.each(
                    index,
                    new Query.Everything(),
                    Map.of(),
                    AT_ONCE,
                    ids -> {
                        door.write(index, List.of(), ids);
                        removed[0] += ids.size();
                    });
            door.refresh(index);
        }
        return removed[0];
    }
}
