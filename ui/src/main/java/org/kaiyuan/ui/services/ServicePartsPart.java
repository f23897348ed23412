package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.services.ServiceFilter;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.services.ServiceRow;
import org.kaiyuan.services.ServiceState;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.services.UnknownService;

/** 一件事: the services that are asked for together, in their order. */
final class ServicePartsPart extends ServiceEditPart {
    private static final int OFFERED = 30;

    final ServiceLines<ServiceId> lines;
    final ComboBox<ServiceRow> more = new ComboBox<>();
    private final transient Map<ServiceId, String> titles = new HashMap<>();
    private final ServiceId self;

    ServicePartsPart(ServiceCatalogueDoors doors, ServiceId self, SerializableRunnable changed) {
        super(doors);
        this.self = self;
        lines =
                new ServiceLines<>(
                        null, word("parts.none"), (part, at) -> summary(part), null, changed);
        more.setLabel(word("part.add"));
        more.setItemLabelGenerator(ServiceRow::title);
        more.setPageSize(OFFERED);
        more.setItems(query -> {
            query.getLimit(); // asked for or Vaadin complains
            return offered(query.getFilter().orElse("")).skip(query.getOffset());
        });
        more.addValueChangeListener(change -> {
            var chosen = change.getValue();
            if (chosen != null) {
                titles.put(chosen.id(), chosen.title());
                if (!lines.value().contains(chosen.id())) {
                    lines.put(ServiceLines.NEW, chosen.id());
                }
                more.clear();
            }
        });
        more.setWidth("min(420px, 100%)");
        add(new Paragraph(word("parts.detail")), lines, more);
    }

    @Override
    void show(ServiceNote note) {
        lines.show(note.parts());
    }

    @Override
    void mark(List<FieldFault> faults, ServiceFaultWords words) {
        var rest = new ArrayList<>(faults);
        mark(lines, "parts", faults, words, rest);
        tell(rest, words);
    }

    private Stream<ServiceRow> offered(String typed) {
        var filter = new ServiceFilter(ServiceCells.said(typed), ServiceState.OPEN, null, null);
        return doors.catalogue().list(filter, null, OFFERED).items().stream()
                .filter(row -> row.track() != ServiceTrack.BUNDLE && !row.id().equals(self))
                .filter(row -> !lines.value().contains(row.id()));
    }

    private Component summary(ServiceId part) {
        return ServiceCells.named(new Span(titles.computeIfAbsent(part, this::title)), null);
    }

    private String title(ServiceId part) {
        try {
            return doors.catalogue().find(part).row().title();
        } catch (UnknownService gone) {
            return word("part.gone");
        }
    }
}
