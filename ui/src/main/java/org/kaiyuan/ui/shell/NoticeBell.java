package org.kaiyuan.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.notices.Notice;
import org.kaiyuan.platform.notices.NoticeBoard;
import org.kaiyuan.platform.notices.NoticeFeed;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** The bell: how many notices are unread, and the newest of them. */
class NoticeBell extends Button {
    private final transient NoticeBoard board;
    private final transient NoticeFeed feed;
    private transient @Nullable Runnable deaf;
    private final Span count = new Span();
    private final Div list = new Div();

    NoticeBell(NoticeBoard board, NoticeFeed feed) {
        this.board = board;
        this.feed = feed;
        var face = new Span(new Glyph(Glyph.Of.BELL), count);
        face.addClassName("bell");
        count.addClassName("count");
        setIcon(face);
        addThemeNames("tertiary", "icon");
        list.addClassName("notices");
        var popover = new Popover(list);
        popover.setTarget(this);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setWidth("min(380px, 92vw)");
        popover.setAriaLabel(getTranslation("ui.notices"));
        popover.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                show();
            } else {
                refresh();
            }
        });
        refresh();
    }

    /** From now on it rings by itself. */
    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        var ui = attached.getUI();
        CurrentTenant.maybe()
                .ifPresent(zone ->
                        deaf =
                                feed.listen(
                                        zone,
                                        ChangeHistory.actor(),
                                        () -> ui.access(this::refresh)));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        var end = deaf;
        if (end != null) {
            end.run();
            deaf = null;
        }
        super.onDetach(detached);
    }

    void refresh() {
        int unread = board.unread();
        count.setText(unread > 9 ? "9+" : Integer.toString(unread));
        count.setVisible(unread > 0);
        setAriaLabel(getTranslation("ui.notices.unread", unread));
        setTooltipText(getTranslation("ui.notices"));
    }

    private void show() {
        list.removeAll();
        list.add(new Div(getTranslation("ui.notices")));
        var newest = board.newest(12);
        newest.forEach(notice -> list.add(row(notice)));
        if (newest.isEmpty()) {
            var nothing = new Div(getTranslation("ui.notices.nothing"));
            nothing.addClassName("nothing");
            list.add(nothing);
        }
        var settings = new Anchor("notices/settings", getTranslation("ui.noticeSettings"));
        settings.addClassName("settings");
        list.add(settings);
        board.markAllRead();
    }

    private Div row(Notice notice) {
        var sentence = getTranslation(notice.messageKey(), notice.arguments().toArray());
        var at = new Span(Shown.moment(notice.at()));
        at.addClassName("at");
        var row = new Div();
        row.addClassName("notice");
        row.setClassName("unread", !notice.read());
        var link = notice.link();
        row.add(
                link == null
                        ? new Span(sentence)
                        : new Anchor(link.startsWith("/") ? link.substring(1) : link, sentence));
        row.add(at);
        return row;
    }
}
