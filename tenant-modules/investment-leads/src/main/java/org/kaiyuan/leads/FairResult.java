package org.kaiyuan.leads;

/**
 * A fair and what came of it.
 *
 * @param leads all that name it as their source
 * @param signed those that ever came to 签约
 * @param landed those that ever came to 供地: the project stands on the zone's ground
 */
public record FairResult(Fair fair, FigureCount leads, FigureCount signed, FigureCount landed) {}
