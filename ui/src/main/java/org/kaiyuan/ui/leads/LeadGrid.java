package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridMultiSelectionModel.SelectAllCheckboxVisibility;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.server.VaadinRequest;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadFind;
import org.kaiyuan.leads.LeadRow;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Shown;

/** Leads in columns that a person chooses, or as cards on a phone. */
class LeadGrid extends Grid<LeadFind> {
    private static final int NARROW = 720;

    final CheckboxGroup<LeadColumn> chooser = new CheckboxGroup<>();

    private final transient LeadCells cells;
    private final transient Map<LeadColumn, Column<LeadFind>> chosen =
            new EnumMap<>(LeadColumn.class);
    private final Column<LeadFind> name;
    private final Column<LeadFind> card;
    private final @Nullable Column<LeadFind> act;
    private final @Nullable Consumer<LeadRow> claim;
    private int width = 1440;

    /**
     * @param followup is told of whom a talk is to be written down; null where one may not
     * @param claim is told which one of the pool somebody takes; null where one may not
     */
    LeadGrid(
            LeadCells cells,
            Messages messages,
            @Nullable Consumer<LeadRow> followup,
            @Nullable Consumer<LeadRow> claim,
            boolean selecting) {
        this.cells = cells;
        this.claim = claim;
        name =
                addComponentColumn(cells::name)
                        .setHeader(getTranslation("leads.column.projectName"))
                        .setFlexGrow(3)
                        .setWidth("240px");
        card =
                addComponentColumn(find ->
                                cells.card(
                                        find,
                                        followup == null
                                                ? new Div()
                                                : button(find.lead(), followup)))
                        .setHeader(getTranslation("leads.column.projectName"))
                        .setFlexGrow(1);
        columns(messages);
        act =
                followup == null
                        ? null
                        : addComponentColumn(find -> button(find.lead(), followup))
                                .setHeader(getTranslation("ui.leads.list.acts"))
                                .setFlexGrow(0)
                                .setWidth("92px");
        setSizeFull();
        if (selecting) {
            setSelectionMode(SelectionMode.MULTI);
            ((GridMultiSelectionModel<LeadFind>) getSelectionModel())
                    .setSelectAllCheckboxVisibility(SelectAllCheckboxVisibility.HIDDEN);
        } else {
            setSelectionMode(SelectionMode.NONE);
        }
        chooser.setLabel(getTranslation("ui.columns"));
        chooser.setItems(LeadColumn.values());
        chooser.setItemLabelGenerator(column -> getTranslation(column.titleKey));
        chooser.setValue(LeadColumn.chosen(VaadinRequest.getCurrent()));
        chooser.addClassName("column-chooser");
        chooser.addValueChangeListener(change -> {
            LeadColumn.choose(change.getValue());
            fit(width);
        });
        fit(width);
    }

    /** One column of cards on a phone, all columns elsewhere. */
    final void fit(int pixels) {
        width = pixels;
        boolean narrow = pixels < NARROW;
        card.setVisible(narrow);
        name.setVisible(!narrow);
        if (act != null) {
            act.setVisible(!narrow);
        }
        chosen.forEach((which, column) ->
                column.setVisible(!narrow && chooser.getValue().contains(which)));
    }

    int width() {
        return width;
    }

    private Button button(LeadRow lead, Consumer<LeadRow> followup) {
        if (claim != null && lead.owner() == null && lead.state() == LeadState.ACTIVE) {
            var take =
                    new Button(getTranslation("ui.leads.list.claim"), click -> claim.accept(lead));
            take.setAriaLabel(getTranslation("ui.leads.list.claim.of", lead.projectName()));
            take.addThemeVariants(ButtonVariant.LUMO_SMALL);
            return take;
        }
        return cells.followup(lead, () -> followup.accept(lead));
    }

    private void columns(Messages messages) {
        shown(LeadColumn.STAGE, addComponentColumn(find -> cells.stage(find.lead())))
                .setWidth("110px")
                .setFlexGrow(0);
        figure(
                LeadColumn.INVESTMENT,
                lead ->
                        lead.investmentYuan() == null
                                ? Shown.NOTHING
                                : Shown.tenThousands(BigDecimal.valueOf(lead.investmentYuan())));
        figure(LeadColumn.LAND, lead -> Shown.mu(lead.wantedLandM2()));
        text(LeadColumn.INDUSTRY, LeadRow::leadingIndustry).setWidth("130px");
        text(LeadColumn.SUB_INDUSTRY, LeadRow::subIndustry).setWidth("130px");
        text(LeadColumn.WAY, lead -> messages.of(getLocale(), lead.way())).setWidth("110px");
        text(LeadColumn.OWNER, cells::owner).setWidth("100px");
        shown(LeadColumn.DUE, addComponentColumn(find -> cells.due(find.lead())))
                .setWidth("190px")
                .setFlexGrow(0);
        text(LeadColumn.NEXT, cells::next).setWidth("170px").setFlexGrow(2);
        figure(
                LeadColumn.PROBABILITY,
                lead -> lead.probability() == null ? Shown.NOTHING : lead.probability() + "%");
        text(LeadColumn.FOLLOWED, lead -> Shown.moment(lead.followedAt())).setWidth("150px");
        text(LeadColumn.REGISTERED, lead -> Shown.date(lead.registeredOn())).setWidth("120px");
        text(LeadColumn.CODE, LeadRow::code).setWidth("160px");
        text(LeadColumn.CHANGED, lead -> Shown.moment(lead.updatedAt())).setWidth("150px");
    }

    private void figure(LeadColumn which, ValueProvider<LeadRow, String> value) {
        shown(which, addColumn(find -> value.apply(find.lead())))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("130px")
                .setFlexGrow(0);
    }

    private Column<LeadFind> text(
            LeadColumn which, ValueProvider<LeadRow, @Nullable String> value) {
        return shown(which, addColumn(find -> Shown.text(value.apply(find.lead()))));
    }

    private Column<LeadFind> shown(LeadColumn which, Column<LeadFind> column) {
        chosen.put(which, column);
        return column.setHeader(getTranslation(which.titleKey)).setKey(which.name());
    }
}
