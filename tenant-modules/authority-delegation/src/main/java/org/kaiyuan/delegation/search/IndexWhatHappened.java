package org.kaiyuan.delegation.search;

import java.util.HashSet;
import org.kaiyuan.delegation.MattersChanged;
import org.kaiyuan.platform.search.Document;
import org.kaiyuan.platform.search.SearchDoor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Keeps the index in step. Looks at the rows as they are now, so it may run twice and in any order; holds no database
 * connection while Elasticsearch answers.
 */
@Component("matterIndexWhatHappened")
class IndexWhatHappened {
    private final SearchDoor door;
    private final MatterIndex matters;

    IndexWhatHappened(SearchDoor door, MatterIndex matters) {
        this.door = door;
        this.matters = matters;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(MattersChanged changed) {
        var documents = matters.of(changed.matters());
        var gone = new HashSet<>(changed.matters());
        documents.stream().map(Document::id).forEach(gone::remove);
        door.write(MatterIndex.INDEX, documents, gone);
    }
}
