package org.kaiyuan.leads;

import java.util.List;

/**
 * One column of the board.
 *
 * @param count all leads of this stage that the filter finds
 * @param investmentYuan their total investment, those unknown left out
 * @param cards the first of them, those due soonest first
 */
public record BoardColumn(LeadStage stage, long count, long investmentYuan, List<LeadRow> cards) {}
