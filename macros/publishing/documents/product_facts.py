"""Product facts: what the flow says of one product: who writes it, what it needs, its states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from macros.loading.flow import RANK, Flow
from macros.loading.handbook import Handbook
from macros.loading.tailoring.project_hiding import NOTHING, Hiding
from macros.model import Activity, Product, Role
from macros.model.activity import ProductUse
from macros.model.words.labels import Plural
from macros.pages.views.products import Life, life
from macros.publishing.documents.lesson_questions import bearing_on


@dataclass(frozen=True)
class Surroundings:
    """A product in the flow of its handbook, without what is hidden."""

    handbook: Handbook
    flow: Flow
    product: Product
    hiding: Hiding = NOTHING

    @cached_property
    def life(self) -> Life:
        """Who makes, uses and approves it."""
        return life(self.handbook, self.flow, self.product, self.hiding)

    @property
    def maker(self) -> Activity | None:
        """The activity that makes it first."""
        return self.life.made[0][0] if self.life.made else None

    @property
    def drafts(self) -> tuple[str, ...]:
        """Who writes it: the lead of the activity that makes it first."""
        return self.titles([self.maker.roles.lead]) if self.maker else ()

    @property
    def checks(self) -> tuple[str, ...]:
        """Who checks it: those who contribute to that activity."""
        return self.titles(self.maker.roles.contribute) if self.maker else ()

    @property
    def approves(self) -> tuple[str, ...]:
        """Who agrees to it: those who approve an activity that makes it."""
        return tuple(role.title for role in self.life.approvers)

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """The roles that take part in an activity that makes or uses it, in the order of the handbook."""
        taking_part = {
            role
            for activity, _ in (*self.life.made, *self.life.used)
            for role in (activity.roles.lead, *activity.roles.contribute, *activity.roles.approve)
        }
        return tuple(role.title for role in self.handbook.all(Role) if role.id in taking_part)

    @property
    def states(self) -> tuple[str, ...]:
        """The states that it goes through: its own, or those in which it is made and used."""
        used = {state for _, state in (*self.life.made, *self.life.used)}
        labels = self.handbook.site.labels.product_states
        return self.product.states or tuple(labels[state] for state in sorted(used, key=RANK.__getitem__))

    def inputs(self) -> Iterator[tuple[Product, ProductUse, list[Activity]]]:
        """Yield what the first activity that makes it from something needs, and who makes that."""
        maker, needs = self._needs()
        if maker is None:
            return
        for use in needs:
            if use.product not in self.hiding.products:
                other = self.handbook.get(Product, use.product)
                makers = self.flow.producers(maker, use.product, use.state)
                yield other, use, [each for each in makers if each.id not in self.hiding.activities]

    def left_out(self) -> Iterator[tuple[Plural, int]]:
        """Yield how much of what belongs to it is hidden, with the words that count it."""
        labels = self.handbook.site.labels
        whole = life(self.handbook, self.flow, self.product)
        around = {activity.id for activity, _ in (*whole.made, *whole.used)}
        lessons = bearing_on(self.handbook, self.product)
        steps = [section.step for section in self.product.contents if section.step]
        yield labels.n_activities, len(around & self.hiding.activities)
        yield labels.n_products, sum(use.product in self.hiding.products for use in self._needs()[1])
        yield labels.n_criteria, len(whole.criteria) - len(self.life.criteria)
        yield labels.n_steps, sum(map(self.hiding.step, steps))
        yield labels.n_lessons, sum(map(self.hiding.lesson, lessons))

    def _needs(self) -> tuple[Activity | None, list[ProductUse]]:
        """Return the first activity that makes it from something, and what that needs."""
        makers = [activity for activity, _ in self.life.made if activity.inputs]
        if not makers:
            return None, []
        return makers[0], [use for use in makers[0].inputs if use.product != self.product.id]

    def titles(self, roles: Iterable[str]) -> tuple[str, ...]:
        """Return the titles of roles."""
        return tuple(self.handbook.get(Role, role).title for role in roles)
