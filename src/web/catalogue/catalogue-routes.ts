import type { Site } from '../visit';
import type { ApiRoute } from '../api/route';
import { allocationRoutes } from './allocation-routes';
import { changeRoutes } from './change-routes';
import { gridRoutes } from './grid-routes';
import { houseEntryRoutes } from './house-routes';
import { saleEntryRoutes } from '../sale/sale-routes';
import { tariffEntryRoutes } from './tariff-routes';
import { templateRoutes } from '../templates/template-routes';
import { tillEntryRoutes } from './till-routes';

/** What an office sets up before it sells, in the order in which it does. */
export function catalogueRoutes(site: Site): readonly ApiRoute[] {
  return [
    ...tillEntryRoutes(site),
    ...tariffEntryRoutes(site),
    ...houseEntryRoutes(site),
    ...gridRoutes(site),
    ...allocationRoutes(site),
    ...saleEntryRoutes(site),
    ...templateRoutes(site),
    ...changeRoutes(site),
  ];
}
