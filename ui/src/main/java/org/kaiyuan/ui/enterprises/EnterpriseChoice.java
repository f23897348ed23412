package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseFilter;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseRow;
import org.kaiyuan.ui.kit.Shown;

/** Choosing an enterprise of the directory by the beginning of its name or credit code. */
public final class EnterpriseChoice {
    private static final int OFFERED = 20;

    private final EnterpriseDirectory directory;

    public EnterpriseChoice(EnterpriseDirectory directory) {
        this.directory = directory;
    }

    /** An enterprise as it is offered; the same by its id. */
    public record Entry(UUID id, String name, @Nullable String creditCode) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Entry entry && entry.id.equals(id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    public ComboBox<Entry> field() {
        var field = new ComboBox<Entry>();
        field.setItemLabelGenerator(one ->
                one.creditCode() == null ? one.name() : one.name() + " · " + one.creditCode());
        field.setClearButtonVisible(true);
        field.setItems(query -> {
            query.getLimit(); // asked for or Vaadin complains
            return offered(query.getFilter().orElse("")).skip(query.getOffset());
        });
        return field;
    }

    /** Its id alone where it is no more there. */
    public Entry of(UUID id) {
        return directory.rows(List.of(new EnterpriseId(id))).stream()
                .map(EnterpriseChoice::entry)
                .findFirst()
                .orElseGet(() -> new Entry(id, Shown.NOTHING, null));
    }

    private Stream<Entry> offered(String typed) {
        return directory.beginningWith(typed.strip(), EnterpriseFilter.ALL, OFFERED).stream()
                .map(EnterpriseChoice::entry);
    }

    private static Entry entry(EnterpriseRow row) {
        return new Entry(row.id().value(), row.name(), row.creditCode());
    }
}
