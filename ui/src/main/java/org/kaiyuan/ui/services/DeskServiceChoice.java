package org.kaiyuan.ui.services;

import com.vaadin.flow.component.combobox.ComboBox;
import java.io.Serializable;
import java.util.UUID;
import org.kaiyuan.services.ServiceCatalogue;
import org.kaiyuan.services.ServiceFilter;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceRow;
import org.kaiyuan.services.UnknownService;

/** Choosing a service of the catalogue by its title or code. */
final class DeskServiceChoice {
    private static final int OFFERED = 50;

    private final ServiceCatalogue catalogue;

    DeskServiceChoice(ServiceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A service as it is offered; the same by its id. */
    record Entry(UUID id, String title) implements Serializable {
        ServiceId serviceId() {
            return new ServiceId(id);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Entry entry && entry.id.equals(id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    ComboBox<Entry> field() {
        var field = new ComboBox<Entry>();
        field.setItemLabelGenerator(Entry::title);
        field.setClearButtonVisible(true);
        field.setItems(query -> {
            int limit = query.getLimit();
            var typed = query.getFilter().orElse("").strip();
            var filter =
                    typed.isEmpty()
                            ? ServiceFilter.ALL
                            : new ServiceFilter(typed, null, null, null);
            return catalogue.list(filter, null, OFFERED).items().stream()
                    .map(DeskServiceChoice::entry)
                    .skip(query.getOffset())
                    .limit(limit);
        });
        return field;
    }

    /** Its id alone where it is no more there. */
    Entry of(ServiceId id) {
        try {
            return entry(catalogue.find(id).row());
        } catch (UnknownService gone) {
            return new Entry(id.value(), id.toString());
        }
    }

    private static Entry entry(ServiceRow row) {
        return new Entry(row.id().value(), row.title());
    }
}
