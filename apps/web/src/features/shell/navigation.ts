import {
  Activity,
  ArrowLeftRight,
  Boxes,
  Gauge,
  GitPullRequestArrow,
  Link2,
  Plug,
  Settings,
  TriangleAlert,
  Workflow,
  type LucideIcon,
} from 'lucide-react';

export interface NavigationEntry {
  /** Path below the environment; empty for the overview. */
  readonly path: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Pressed after `g`. */
  readonly key: string;
}

export const navigation: readonly NavigationEntry[] = [
  { path: '', label: 'Overview', icon: Gauge, key: 'o' },
  { path: 'flows', label: 'Flows', icon: Workflow, key: 'f' },
  { path: 'mappings', label: 'Mappings', icon: ArrowLeftRight, key: 'm' },
  { path: 'changes', label: 'Changes', icon: GitPullRequestArrow, key: 'c' },
  { path: 'runs', label: 'Runs', icon: Activity, key: 'r' },
  { path: 'exceptions', label: 'Exceptions', icon: TriangleAlert, key: 'e' },
  { path: 'links', label: 'Links', icon: Link2, key: 'l' },
  { path: 'connections', label: 'Connections', icon: Plug, key: 'n' },
  { path: 'model', label: 'Model', icon: Boxes, key: 'd' },
  { path: 'settings', label: 'Settings', icon: Settings, key: 's' },
];
