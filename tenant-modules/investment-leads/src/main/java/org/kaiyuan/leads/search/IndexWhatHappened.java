package org.kaiyuan.leads.search;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadChanged;
import org.kaiyuan.leads.LeadRemoved;
import org.kaiyuan.leads.LeadsImported;
import org.kaiyuan.platform.search.Document;
import org.kaiyuan.platform.search.SearchDoor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Keeps the index in step. Looks at the row as it is now, so it may run twice and in any order; holds no
 * database connection while Elasticsearch answers.
 */
@Component("leadIndexWhatHappened")
class IndexWhatHappened {
    private static final int BATCH = 500;

    /** Batches of documents in memory at once, whatever the number of imports that wait to be found. */
    private static final int AT_ONCE = 2;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final SearchDoor door;
    private final LeadIndex leads;

    IndexWhatHappened(SearchDoor door, LeadIndex leads) {
        this.door = door;
        this.leads = leads;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(LeadChanged changed) {
        write(List.of(changed.leadId().value()));
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(LeadRemoved removed) {
        write(List.of(removed.leadId().value()));
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(LeadsImported imported) {
        @Nullable UUID after = null;
        while (true) {
            var ids = leads.touched(imported.batchId(), after, BATCH);
            if (ids.isEmpty()) {
                return;
            }
            turns.acquireUninterruptibly();
            try {
                write(ids);
            } finally {
                turns.release();
            }
            after = ids.getLast();
        }
    }

    private void write(List<UUID> ids) {
        var documents = leads.of(ids);
        var gone = new HashSet<>(ids);
        documents.stream().map(Document::id).forEach(gone::remove);
        door.write(LeadIndex.INDEX, documents, gone);
    }
}
