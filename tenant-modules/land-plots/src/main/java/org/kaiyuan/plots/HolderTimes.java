package org.kaiyuan.plots;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at the holders of land every hour: an import tells of itself once, not of each enterprise. */
@Component
class HolderTimes implements ZoneChore {
    private static final int MOST_PAGES = 100;

    private final HolderFigures figures;
    private final TransactionTemplate transaction;

    HolderTimes(HolderFigures figures, PlatformTransactionManager transactions) {
        this.figures = figures;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run() {
        @Nullable UUID after = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            var from = after;
            after = transaction.execute(t -> figures.refreshPage(from));
            if (after == null) {
                return;
            }
        }
    }
}
