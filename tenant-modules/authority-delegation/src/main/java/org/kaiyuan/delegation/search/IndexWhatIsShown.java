package org.kaiyuan.delegation.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.ShelfChanged;
import org.kaiyuan.platform.search.Document;
import org.kaiyuan.platform.search.Query;
import org.kaiyuan.platform.search.SearchDoor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Keeps the index of what is shown in step. Looks at the rows as they are now, so it may run twice and in any order; holds no
 * database connection while Elasticsearch answers.
 */
@Component("shownIndexWhatIsShown")
class IndexWhatIsShown {
    private static final int AT_ONCE = 500;

    private final SearchDoor door;
    private final ShownIndex shown;

    IndexWhatIsShown(SearchDoor door, ShownIndex shown) {
        this.door = door;
        this.shown = shown;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(ShelfChanged changed) {
        for (var one : changed.brought()) {
            UUID last = null;
            do {
                last = write(one, last);
            } while (last != null);
            take(shown.went(one.list(), one.after(), one.upTo()));
        }
        if (changed.taken()) {
            door.refresh(ShownIndex.INDEX); // else what came a moment ago is not found, and stays
            door.each(
                    ShownIndex.INDEX,
                    new Query.Everything(),
                    Map.of(),
                    AT_ONCE,
                    found -> take(shown.notShown(found)));
        }
    }

    private void take(List<UUID> gone) {
        if (!gone.isEmpty()) {
            door.write(ShownIndex.INDEX, List.of(), gone);
        }
    }

    /** @return the last of the page; null when there was none */
    private @Nullable UUID write(ShelfChanged.Brought brought, @Nullable UUID from) {
        var documents = shown.came(brought.list(), brought.after(), brought.upTo(), from, AT_ONCE);
        if (documents.isEmpty()) {
            return null;
        }
        door.write(ShownIndex.INDEX, documents, List.of());
        // what was hidden since we read it may have been looked for before we wrote it
        take(shown.notShown(documents.stream().map(Document::id).toList()));
        return documents.getLast().id();
    }
}
